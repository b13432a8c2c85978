package licencehub.library.sql;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import licencehub.model.Unavailable;

/** The sequence of the newest event on disk, for those who wait for the next. */
final class Head {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private final String engine;
  private long sequence;
  private boolean closed;

  /**
   * @param engine what it is called in messages
   */
  Head(String engine, long sequence) {
    this.engine = engine;
    this.sequence = sequence;
  }

  long sequence() {
    lock.lock();
    try {
      return sequence;
    } finally {
      lock.unlock();
    }
  }

  void moveTo(long newest) {
    lock.lock();
    try {
      sequence = newest;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until there is something after {@code position}, and tells whether there is. */
  boolean await(long position, Duration patience) {
    lock.lock();
    try {
      long left = patience.toNanos();
      while (sequence <= position && !closed && left > 0) {
        left = moved.awaitNanos(left);
      }
      return sequence > position;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable(engine, "interrupted while waiting for an event", e);
    } finally {
      lock.unlock();
    }
  }

  /** Sends everybody home who waits. */
  void close() {
    lock.lock();
    try {
      closed = true;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
