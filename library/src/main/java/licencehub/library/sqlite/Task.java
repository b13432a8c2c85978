package licencehub.library.sqlite;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import licencehub.library.Access;
import licencehub.model.submission.Outcome;

/** What one caller wants written; all of it in one transaction. */
sealed interface Task {
  /** Completed when it is on disk; that of submissions never on the writing thread. */
  CompletableFuture<?> future();

  /** Entries in it: what back-pressure counts. */
  int entries();

  /** Roughly how many bytes it keeps in memory. */
  long bytes();

  record File(List<Prepared> submissions, long bytes, CompletableFuture<List<Outcome>> future)
      implements Task {
    File(List<Prepared> submissions) {
      this(submissions, weight(submissions), new CompletableFuture<>());
    }

    @Override
    public int entries() {
      return submissions.size();
    }

    private static long weight(List<Prepared> submissions) {
      long bytes = 0;
      for (Prepared it : submissions) {
        bytes += it.original().bytes().length;
        bytes += it instanceof Prepared.Filed filed ? filed.filing().document().length : 0;
      }
      return bytes;
    }
  }

  record Log(List<Access> accesses, CompletableFuture<Void> future) implements Task {
    private static final int EACH = 300;

    @Override
    public int entries() {
      return accesses.size();
    }

    @Override
    public long bytes() {
      return (long) EACH * accesses.size();
    }
  }

  record Keep(String name, String position, CompletableFuture<Void> future) implements Task {
    @Override
    public int entries() {
      return 1;
    }

    @Override
    public long bytes() {
      return (long) name.length() + position.length();
    }
  }
}
