package licencehub.connectors.intake;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Keeps a poller from asking an idle source more often than every so often. */
public final class Pace implements AutoCloseable {
  private final long every;
  private final LongSupplier nanos;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile long due;

  /**
   * @param every the least time between two looks at a source that had nothing
   * @param nanos elapsed time, as {@link System#nanoTime}
   */
  public Pace(Duration every, LongSupplier nanos) {
    this.every = every.toNanos();
    this.nanos = nanos;
    this.due = nanos.getAsLong();
  }

  /**
   * Waits until the next look is due, at most for {@code patience}.
   *
   * @return whether it is due
   */
  public boolean due(Duration patience) {
    long left = due - nanos.getAsLong();
    try {
      if (left > 0 && closed.await(Math.min(left, patience.toNanos()), TimeUnit.NANOSECONDS)) {
        return false;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    return due - nanos.getAsLong() <= 0;
  }

  /** The last look found nothing. */
  public void idle() {
    due = nanos.getAsLong() + every;
  }

  /** Ends every wait, now and later. */
  @Override
  public void close() {
    closed.countDown();
  }
}
