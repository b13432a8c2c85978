package licencehub.hub.previews;

import java.time.Duration;

/**
 * What making one picture may cost.
 *
 * @param heap of a worker, in MiB
 * @param patience from when a worker starts to when it is killed
 * @param atOnce workers at the same time
 * @param waiting how long a request waits for its turn
 * @param answerBytes of one picture
 */
public record PreviewLimits(
    int heap, Duration patience, int atOnce, Duration waiting, int answerBytes) {
  /** 256 MiB, 20 seconds, two at once, five seconds for a turn, 16 MiB. */
  public static final PreviewLimits USUAL =
      new PreviewLimits(256, Duration.ofSeconds(20), 2, Duration.ofSeconds(5), 16 << 20);

  public PreviewLimits {
    if (heap < 16 || atOnce < 1 || answerBytes < 1 || patience.toMillis() < 1) {
      throw new IllegalArgumentException("a worker needs some memory and time");
    }
  }
}
