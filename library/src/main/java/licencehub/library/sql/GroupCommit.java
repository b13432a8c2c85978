package licencehub.library.sql;

import java.util.List;
import java.util.concurrent.Executor;
import licencehub.model.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The writing thread: takes whatever waits, commits it together, and goes on. It does not wait for
 * more to come: what arrives during one commit is the next group.
 */
final class GroupCommit implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
  private final TaskQueue queue;
  private final Group group;
  private final Head head;
  private final Answers answers;
  private final Executor callers;

  /**
   * @param callers runs what callers have attached to their futures
   */
  GroupCommit(TaskQueue queue, Group group, Head head, Answers answers, Executor callers) {
    this.queue = queue;
    this.group = group;
    this.head = head;
    this.answers = answers;
    this.callers = callers;
  }

  @Override
  public void run() {
    for (List<Task> tasks = queue.take(); !tasks.isEmpty(); tasks = queue.take()) {
      write(tasks);
    }
  }

  private void write(List<Task> tasks) {
    try {
      Committed committed = group.commit(tasks);
      queue.done(tasks);
      head.moveTo(committed.head());
      for (int i = 0; i < tasks.size(); i++) {
        Task task = tasks.get(i);
        List<Decision> decisions = committed.decisions().get(i);
        if (task instanceof Task.File || task instanceof Task.Use) {
          callers.execute(() -> answers.complete(task, committed, decisions));
        } else {
          // Nothing to work out, and whoever asked is waiting: not another change of thread.
          answers.complete(task, committed, decisions);
        }
      }
    } catch (Throwable e) {
      LOG.error("a group of {} tasks was not written", tasks.size(), e);
      queue.done(tasks);
      Unavailable unavailable =
          e instanceof Unavailable it
              ? it
              : new Unavailable(group.engine(), "nothing was written: " + e.getMessage(), e);
      tasks.forEach(it -> callers.execute(() -> it.future().completeExceptionally(unavailable)));
    }
  }
}
