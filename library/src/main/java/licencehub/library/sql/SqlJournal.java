package licencehub.library.sql;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import licencehub.library.Access;
import licencehub.library.Entry;
import licencehub.library.Journal;
import licencehub.library.MeteredUse;
import licencehub.library.UseOutcome;
import licencehub.model.Unavailable;
import licencehub.model.submission.Outcome;

/** Prepares what is to be written and queues it for the writing thread. */
final class SqlJournal implements Journal {
  private final Preparation preparation;
  private final TaskQueue queue;

  SqlJournal(Preparation preparation, TaskQueue queue) {
    this.preparation = preparation;
    this.queue = queue;
  }

  @Override
  public CompletableFuture<List<Outcome>> file(List<Entry> entries) {
    if (entries.isEmpty()) {
      return CompletableFuture.completedFuture(List.of());
    }
    Task.File task = new Task.File(entries.stream().map(preparation::prepare).toList());
    return queued(task, task.future());
  }

  @Override
  public CompletableFuture<List<UseOutcome>> use(List<MeteredUse> uses) {
    if (uses.isEmpty()) {
      return CompletableFuture.completedFuture(List.of());
    }
    Task.Use task =
        new Task.Use(
            uses.stream()
                .map(it -> new Task.Use.Metered(preparation.prepare(it.filing()), it))
                .toList(),
            new CompletableFuture<>());
    return queued(task, task.future());
  }

  @Override
  public CompletableFuture<Void> log(List<Access> accesses) {
    Task.Log task = new Task.Log(List.copyOf(accesses), new CompletableFuture<>());
    return queued(task, task.future());
  }

  @Override
  public int waiting() {
    return queue.waiting();
  }

  /**
   * Writes something else and returns when it is on disk.
   *
   * @param bytes it keeps in memory meanwhile, roughly
   * @throws Unavailable when it was not written
   */
  <T> T write(long bytes, Task.Act.Work<T> work) {
    Task.Act<T> task = new Task.Act<>(bytes, work);
    try {
      return queued(task, task.future()).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException it ? it : e;
    }
  }

  private <T> CompletableFuture<T> queued(Task task, CompletableFuture<T> future) {
    try {
      queue.add(task);
      return future;
    } catch (Unavailable e) {
      return CompletableFuture.failedFuture(e);
    }
  }
}
