package licencehub.connectors;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import licencehub.model.Unavailable;
import licencehub.model.submission.Outcome;

/**
 * A source whose records are handed over inside the hub, call by call. Many calls share a batch and
 * so a commit; each learns its own outcomes. Safe for any number of offering and polling threads.
 */
public final class PushSource implements BatchSource {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();
  private final Deque<Pushed> waiting = new ArrayDeque<>();
  private final Set<PushCall> open = new HashSet<>();
  private final Set<Object> out = new HashSet<>();
  private final String name;
  private final int capacity;
  private int held;
  private boolean closed;

  /** What became of the wish to hand over. */
  public sealed interface Offer {
    /**
     * The whole call was taken over.
     *
     * @param outcomes one for each record in order, when all are on disk; fails with {@link
     *     Unavailable} when they are not and the call should be repeated. Completed by the polling
     *     thread: whoever waits must not block it.
     */
    record Taken(CompletableFuture<List<Outcome>> outcomes) implements Offer {}

    /** Nothing was taken over: so many are held of so many that can be. It may fit later. */
    record Full(int held, int capacity) implements Offer {}

    /** Nothing was taken over, and the same call never will be: no more can be held at once. */
    record TooLarge(int capacity) implements Offer {}
  }

  private record Pushed(PushCall call, int index) {
    RawRecord record() {
      return call.record(index);
    }
  }

  /**
   * @param name the source, for messages
   * @param capacity records held at the most, waiting or being filed
   */
  public PushSource(String name, int capacity) {
    this.name = name;
    this.capacity = capacity;
  }

  /**
   * Hands a call's records over, all or none.
   *
   * @throws Unavailable when the source is closed
   */
  public Offer offer(List<RawRecord> records) {
    lock.lock();
    try {
      if (closed) {
        throw gone();
      }
      if (records.size() > capacity) {
        return new Offer.TooLarge(capacity);
      }
      if (records.size() > capacity - held) {
        return new Offer.Full(held, capacity);
      }
      PushCall call = new PushCall(records);
      held += records.size();
      for (int i = 0; i < records.size(); i++) {
        waiting.addLast(new Pushed(call, i));
      }
      if (!records.isEmpty()) {
        open.add(call);
      }
      filled.signal();
      return new Offer.Taken(call.outcomes());
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Batch poll(int limit, Duration patience) {
    lock.lock();
    try {
      long left = patience.toNanos();
      while (waiting.isEmpty() && !closed && left > 0) {
        left = filled.awaitNanos(left);
      }
      List<Pushed> taken = new ArrayList<>();
      while (taken.size() < limit && !waiting.isEmpty()) {
        taken.add(waiting.removeFirst());
      }
      if (!waiting.isEmpty()) {
        filled.signal();
      }
      return taken.isEmpty() ? Batch.empty() : batch(new Ticket(taken));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Batch.empty();
    } finally {
      lock.unlock();
    }
  }

  private Batch batch(Ticket ticket) {
    out.add(ticket);
    return new Batch(ticket.pushed.stream().map(Pushed::record).toList(), ticket);
  }

  /** The records of a batch that is out, and from now on no longer. */
  private List<Pushed> takeBack(Batch batch) {
    return out.remove(batch.ticket()) ? ((Ticket) batch.ticket()).pushed : List.of();
  }

  private record Ticket(List<Pushed> pushed) {}

  @Override
  public void settle(Batch batch, List<Outcome> outcomes) {
    if (outcomes.size() != batch.records().size()) {
      throw new IllegalArgumentException(
          outcomes.size() + " outcomes for " + batch.records().size() + " records");
    }
    Set<PushCall> complete = new HashSet<>();
    lock.lock();
    try {
      List<Pushed> pushed = takeBack(batch);
      held -= pushed.size();
      for (int i = 0; i < pushed.size(); i++) {
        PushCall call = pushed.get(i).call();
        if (call.settle(pushed.get(i).index(), outcomes.get(i))) {
          complete.add(call);
        }
      }
      open.removeAll(complete);
    } finally {
      lock.unlock();
    }
    complete.forEach(PushCall::complete);
  }

  /** Fails the calls of the batch, whole: who sent them repeats, and repeats are harmless. */
  @Override
  public void giveBack(Batch batch) {
    Set<PushCall> failed = new HashSet<>();
    lock.lock();
    try {
      List<Pushed> pushed = takeBack(batch);
      pushed.forEach(it -> failed.add(it.call()));
      int before = waiting.size();
      waiting.removeIf(it -> failed.contains(it.call()));
      held -= pushed.size() + before - waiting.size();
      open.removeAll(failed);
    } finally {
      lock.unlock();
    }
    failed.forEach(
        it -> it.fail(new Unavailable(name, "暂时无法入库，请重新报送 not filed now, send it again")));
  }

  /** Fails every call that has no outcome yet. */
  @Override
  public void close() {
    List<PushCall> failed;
    lock.lock();
    try {
      closed = true;
      failed = List.copyOf(open);
      open.clear();
      waiting.clear();
      filled.signalAll();
    } finally {
      lock.unlock();
    }
    failed.forEach(it -> it.fail(gone()));
  }

  private Unavailable gone() {
    return new Unavailable(name, "来源已停用 the source is stopped");
  }
}
