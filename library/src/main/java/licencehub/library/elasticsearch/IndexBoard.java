package licencehub.library.elasticsearch;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import licencehub.library.Indexing.Rebuild;
import licencehub.library.Indexing.State;
import licencehub.library.Outbox;
import licencehub.model.Unavailable;
import org.jspecify.annotations.Nullable;

/** What the writing thread has come to, for those who ask and those who wait. */
final class IndexBoard {
  private final Outbox outbox;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private @Nullable Generation answering;
  private State state;

  IndexBoard(Outbox outbox) {
    this.outbox = outbox;
    this.state = new State("", -1, outbox.head(), null, null);
  }

  /** What is known, with the newest event as it is now. */
  State state() {
    lock.lock();
    try {
      return new State(
          state.index(), state.position(), outbox.head(), state.rebuild(), state.trouble());
    } finally {
      lock.unlock();
    }
  }

  /** It goes on. */
  void show(@Nullable Follower live, @Nullable Follower next) {
    Rebuild rebuild = next == null ? null : new Rebuild(next.generation().index(), next.position());
    if (live == null) {
      tell(null, new State(state().index(), -1, outbox.head(), rebuild, null));
    } else {
      Generation generation = live.generation();
      tell(
          generation, new State(generation.index(), live.position(), outbox.head(), rebuild, null));
    }
  }

  /** It does not go on, and says why. */
  void show(String trouble) {
    State last = state();
    tell(null, new State(last.index(), last.position(), last.head(), last.rebuild(), trouble));
  }

  /**
   * The index that answers, with everything in it that was filed up to {@code sequence}.
   *
   * @throws Unavailable when it has not come so far within that time, or is in trouble
   */
  Generation upTo(long sequence, Duration patience) {
    long nanos = patience.toNanos();
    lock.lock();
    try {
      while (answering == null || state.position() < sequence) {
        if (nanos <= 0 || state.trouble() != null) {
          throw behind();
        }
        nanos = moved.awaitNanos(nanos);
      }
      return answering;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw behind();
    } finally {
      lock.unlock();
    }
  }

  private void tell(@Nullable Generation generation, State now) {
    lock.lock();
    try {
      answering = generation;
      state = now;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private Unavailable behind() {
    State now = state();
    String trouble = now.trouble();
    return new Unavailable(
        Cluster.NAME,
        trouble == null
            ? "索引落后 " + now.behind() + " 条 the index is " + now.behind() + " events behind"
            : trouble);
  }
}
