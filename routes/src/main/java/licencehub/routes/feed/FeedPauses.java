package licencehub.routes.feed;

import java.time.Duration;
import java.time.InstantSource;
import licencehub.routes.feed.FeedState.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * When a publisher goes on, and what holds it up. Pauses do not go by the clock, which may be set
 * back: the feed would stand still so long.
 */
final class FeedPauses {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int DOUBLINGS = 10;

  private final InstantSource clock;
  private final long opened = System.nanoTime();
  private int failures;
  private Duration next = Duration.ZERO;
  private volatile @Nullable Trouble trouble;

  FeedPauses(InstantSource clock) {
    this.clock = clock;
  }

  /** Time since the publisher was made. */
  Duration age() {
    return Duration.ofNanos(System.nanoTime() - opened);
  }

  /**
   * Whether nothing is to be done yet.
   *
   * @param now an {@link #age}
   */
  boolean isOn(Duration now) {
    return now.compareTo(next) < 0;
  }

  void until(Duration then) {
    next = then;
  }

  void end() {
    next = Duration.ZERO;
  }

  /** Longer after each failure; the trouble is as old as the first of them. */
  void troubled(String cause) {
    Trouble before = trouble;
    trouble = new Trouble(cause, before == null ? clock.instant() : before.since());
    Duration pause = FIRST.multipliedBy(1L << Math.min(failures++, DOUBLINGS));
    next = age().plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
  }

  void well() {
    failures = 0;
    trouble = null;
  }

  @Nullable Trouble trouble() {
    return trouble;
  }
}
