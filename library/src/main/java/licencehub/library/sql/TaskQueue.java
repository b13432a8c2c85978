package licencehub.library.sql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import licencehub.model.Unavailable;

/**
 * What waits to be written: bounded, and handed to the writer as much at a time as is good.
 * Look-ups to be logged and uses take turns with submissions: somebody waits for each, and would
 * otherwise wait for thousands of submissions.
 */
final class TaskQueue {
  private static final int GROUP_ENTRIES = 1_000;
  private static final long GROUP_BYTES = 512L << 10;
  private static final long MOST_BYTES = 64L << 20;

  private final String engine;
  private final int most;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Queue<Task> submissions = new ArrayDeque<>();
  private final Queue<Task> accesses = new ArrayDeque<>();
  private boolean accessesLast;
  private int entries;
  private long bytes;
  private boolean closed;

  /**
   * @param engine what it is called in messages
   * @param most entries that may wait
   */
  TaskQueue(String engine, int most) {
    this.engine = engine;
    this.most = most;
  }

  /**
   * Takes a task in. An empty queue takes one of any size.
   *
   * @throws Unavailable when too much is waiting already, or the library is closing
   */
  void add(Task task) {
    lock.lock();
    try {
      if (closed) {
        throw new Unavailable(engine, "the library is closing");
      }
      boolean full = entries + task.entries() > most || bytes + task.bytes() > MOST_BYTES;
      if (full && entries > 0) {
        throw new Unavailable(engine, entries + " entries are waiting already");
      }
      boolean isAwaited = task instanceof Task.Log || task instanceof Task.Use;
      (isAwaited ? accesses : submissions).add(task);
      entries += task.entries();
      bytes += task.bytes();
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Everything that waits up to the size of a group, and one task at least; waits for nothing more.
   *
   * @return empty when the queue is closed and everything was taken
   */
  List<Task> take() {
    lock.lock();
    try {
      while (submissions.isEmpty() && accesses.isEmpty() && !closed) {
        changed.awaitUninterruptibly();
      }
      accessesLast = submissions.isEmpty() || (!accesses.isEmpty() && !accessesLast);
      Queue<Task> tasks = accessesLast ? accesses : submissions;
      List<Task> group = new ArrayList<>();
      int room = GROUP_ENTRIES;
      long space = GROUP_BYTES;
      for (Task next = tasks.peek();
          next != null && (group.isEmpty() || (next.entries() <= room && next.bytes() <= space));
          next = tasks.peek()) {
        group.add(tasks.remove());
        room -= next.entries();
        space -= next.bytes();
      }
      return group;
    } finally {
      lock.unlock();
    }
  }

  /** Makes room: these are written, or failed. */
  void done(List<Task> group) {
    lock.lock();
    try {
      for (Task task : group) {
        entries -= task.entries();
        bytes -= task.bytes();
      }
    } finally {
      lock.unlock();
    }
  }

  int waiting() {
    lock.lock();
    try {
      return entries;
    } finally {
      lock.unlock();
    }
  }

  /** Takes nothing more in; what waits can still be taken. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }
}
