package licencehub.library.sqlite;

import java.time.Duration;

/** How long to wait after an attempt: twice as long each time, from the first to the most. */
record Backoff(Duration first, Duration most) {
  /** Doubling beyond this only overflows. */
  private static final int STEPS = 30;

  Duration after(int attempts) {
    Duration pause = first.multipliedBy(1L << Math.min(attempts - 1, STEPS));
    return pause.compareTo(most) < 0 ? pause : most;
  }
}
