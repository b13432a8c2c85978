package licencehub.library.sql;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import licencehub.library.Access;
import licencehub.library.MeteredUse;
import licencehub.library.UseOutcome;
import licencehub.model.submission.Outcome;
import org.jspecify.annotations.Nullable;

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

  record Use(List<Metered> uses, CompletableFuture<List<UseOutcome>> future) implements Task {
    /** A use, prepared, and what it depends on. */
    record Metered(Prepared.Filed submission, MeteredUse terms) {}

    @Override
    public int entries() {
      return uses.size();
    }

    @Override
    public long bytes() {
      long bytes = 0;
      for (Metered it : uses) {
        bytes += 2L * it.terms().filing().document().length;
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

  /** Something else a door wants written: all of it, or nothing and only its caller is told. */
  final class Act<T> implements Task {
    private final Work<T> work;
    private final long bytes;
    private final CompletableFuture<T> future = new CompletableFuture<>();
    private @Nullable Supplier<T> written;

    /** What to write, in the writing transaction. */
    interface Work<T> {
      T write(Session file) throws SQLException;
    }

    Act(long bytes, Work<T> work) {
      this.bytes = bytes;
      this.work = work;
    }

    @Override
    public CompletableFuture<T> future() {
      return future;
    }

    @Override
    public int entries() {
      return 1;
    }

    @Override
    public long bytes() {
      return bytes;
    }

    /** Writes, or leaves no trace: others are in the same transaction. */
    void write(Session file) throws SQLException {
      file.run("SAVEPOINT act");
      try {
        T result = work.write(file);
        written = () -> result;
      } catch (SQLException | RuntimeException e) {
        file.run("ROLLBACK TO act");
        written =
            () -> {
              throw e instanceof SQLException it ? file.unavailable(it) : (RuntimeException) e;
            };
      }
      file.run("RELEASE act");
    }

    /** Answers; the transaction is on disk. */
    void complete() {
      future.complete(Objects.requireNonNull(written, "written").get());
    }
  }
}
