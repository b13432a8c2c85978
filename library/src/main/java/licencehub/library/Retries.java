package licencehub.library;

import java.time.Duration;
import licencehub.model.MalformedValue;
import licencehub.model.Text;

/**
 * When something set aside for a passing reason is tried again: after the first pause, then each
 * time after twice as long, up to the longest.
 *
 * @param first longer than nothing
 * @param most at least as long as the first
 */
public record Retries(Duration first, Duration most) {
  /** What a hub does unless its settings say otherwise. */
  public static final Retries USUAL = new Retries(Duration.ofSeconds(10), Duration.ofHours(1));

  /** Doubling beyond this only overflows. */
  private static final int STEPS = 30;

  public Retries {
    if (!first.isPositive() || most.compareTo(first) < 0) {
      throw MalformedValue.of(
          Text.of("重试间隔", "the pauses before retries"),
          first + " / " + most,
          Text.of(
              "应大于零，且最长间隔不短于首次间隔", "must be longer than nothing, the longest not below the first"),
          "PT10S / PT1H");
    }
  }

  /** The pause after so many attempts, from 1. */
  public Duration after(int attempts) {
    long times = 1L << Math.min(attempts - 1, STEPS);
    return first.compareTo(most.dividedBy(times)) < 0 ? first.multipliedBy(times) : most;
  }
}
