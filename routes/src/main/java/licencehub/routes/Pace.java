package licencehub.routes;

import java.time.Duration;

/**
 * How hard one source may drive the hub, so that none can stall another.
 *
 * @param batch records taken at a time
 * @param readers batches on their way at the same time; 1 for sources that are read in order
 * @param ratePerSecond records a second at the most; 0 for no limit
 * @param every how often a quiet source is asked
 * @param backOffMost longest pause after failures, which double from {@code every}
 */
public record Pace(
    int batch, int readers, int ratePerSecond, Duration every, Duration backOffMost) {
  public Pace {
    if (batch < 1 || readers < 1 || ratePerSecond < 0 || every.isNegative() || every.isZero()) {
      throw new IllegalArgumentException("a pace needs a batch, a reader and a period above zero");
    }
  }

  /** The pause after so many failures in a row. */
  Duration pauseAfter(int failures) {
    Duration pause = every.multipliedBy(1L << Math.min(failures, 16));
    return pause.compareTo(backOffMost) > 0 ? backOffMost : pause;
  }
}
