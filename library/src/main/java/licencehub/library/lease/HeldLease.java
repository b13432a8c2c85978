package licencehub.library.lease;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import licencehub.library.Hold;
import licencehub.library.Lease;
import org.jspecify.annotations.Nullable;

/** A lease as an engine tells it: whoever asks is answered by this hub's own clock. */
public final class HeldLease implements Lease {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final String name;
  private final Runnable closing;
  private @Nullable Hold hold;
  private @Nullable String holder;
  private long until;
  private boolean leaving;
  private boolean closed;

  /**
   * @param closing what to do when it is given up
   */
  public HeldLease(String name, Runnable closing) {
    this.name = name;
    this.closing = closing;
  }

  public String name() {
    return name;
  }

  /**
   * This hub is the one.
   *
   * @param node what it is called
   * @param nanos until then, by {@link System#nanoTime()}
   * @param stays whether anything new may be begun; what was begun may be finished anyway
   */
  public void grant(Hold now, String node, long nanos, boolean stays) {
    lock.lock();
    try {
      leaving = !stays;
      hold = now;
      holder = node;
      until = nanos;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * This hub is not the one.
   *
   * @param other who is; null when nobody
   */
  public void lose(@Nullable String other) {
    lock.lock();
    try {
      hold = null;
      holder = other;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Optional<Hold> hold() {
    lock.lock();
    try {
      return isHeld() && !leaving ? Optional.ofNullable(hold) : Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean stands(Hold wanted) {
    lock.lock();
    try {
      return isHeld() && wanted.equals(hold);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean await(Duration patience) {
    long left = patience.toNanos();
    lock.lock();
    try {
      while (!(isHeld() && !leaving) && !closed && left > 0) {
        left = changed.awaitNanos(left);
      }
      return isHeld() && !leaving;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Optional<String> holder() {
    lock.lock();
    try {
      return Optional.ofNullable(holder);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
      hold = null;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    closing.run();
  }

  private boolean isHeld() {
    return hold != null && !closed && until - System.nanoTime() > 0;
  }
}
