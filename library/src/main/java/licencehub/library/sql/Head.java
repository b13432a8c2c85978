package licencehub.library.sql;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import licencehub.model.Unavailable;

/** The sequence of the newest event on disk, for those who wait for the next. */
final class Head {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private final String engine;
  private final LongSupplier newest;
  private final Duration glance;
  private long sequence;
  private boolean closed;

  /**
   * Of a library that nobody else writes to.
   *
   * @param engine what it is called in messages
   */
  Head(String engine, long sequence) {
    this(engine, () -> sequence, Duration.ofDays(1));
  }

  /**
   * Of a library that others write to as well.
   *
   * @param newest asks the library
   * @param glance how often those who wait ask
   */
  Head(String engine, LongSupplier newest, Duration glance) {
    this.engine = engine;
    this.newest = newest;
    this.glance = glance;
    this.sequence = newest.getAsLong();
  }

  long sequence() {
    long asked = newest.getAsLong();
    lock.lock();
    try {
      return Math.max(sequence, asked);
    } finally {
      lock.unlock();
    }
  }

  void moveTo(long upTo) {
    lock.lock();
    try {
      sequence = Math.max(sequence, upTo);
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until there is something after {@code position}, and tells whether there is. */
  boolean await(long position, Duration patience) {
    long left = patience.toNanos();
    boolean there = isThere(position);
    while (!there && left > 0 && !isClosed()) {
      long slice = Math.min(left, glance.toNanos());
      left -= slice - awaitHere(position, slice);
      there = isHere(position) || isThere(position);
    }
    return there;
  }

  /** A library that closes meanwhile has nobody left to ask, and no news. */
  private boolean isThere(long position) {
    try {
      return !isClosed() && sequence() > position;
    } catch (Unavailable e) {
      if (isClosed()) {
        return false;
      }
      throw e;
    }
  }

  private boolean isHere(long position) {
    lock.lock();
    try {
      return sequence > position;
    } finally {
      lock.unlock();
    }
  }

  private boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for what this hub writes; tells the time that is left. */
  private long awaitHere(long position, long nanos) {
    lock.lock();
    try {
      long left = nanos;
      while (sequence <= position && !closed && left > 0) {
        left = moved.awaitNanos(left);
      }
      return Math.max(left, 0);
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
