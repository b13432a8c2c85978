package licencehub.routes;

import java.util.concurrent.TimeUnit;

/** Spreads records over time: after a batch, waits until its share of seconds has passed. */
final class RateLimit {
  private final int perSecond;
  private long free;

  /**
   * @param perSecond records a second; 0 for no limit
   */
  RateLimit(int perSecond) {
    this.perSecond = perSecond;
    this.free = System.nanoTime();
  }

  /** Returns when {@code records} more may pass. */
  void take(int records) throws InterruptedException {
    if (perSecond == 0) {
      return;
    }
    long wait;
    synchronized (this) {
      long now = System.nanoTime();
      wait = free - now;
      free = Math.max(free, now) + TimeUnit.SECONDS.toNanos(records) / perSecond;
    }
    if (wait > 0) {
      TimeUnit.NANOSECONDS.sleep(wait);
    }
  }
}
