package licencehub.library.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import licencehub.library.sqlite.Prepared.Filed;
import licencehub.model.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Commits many callers' tasks in one transaction. When one submission makes it fail, it is found by
 * trying halves and set aside, so that it cannot fail the others.
 */
final class Group {
  private static final Logger LOG = LoggerFactory.getLogger(Group.class);

  /** What a single row can cause; everything else says something about the file or the disk. */
  private static final Set<SQLiteErrorCode> OF_THE_ROW =
      Set.of(
          SQLiteErrorCode.SQLITE_ERROR,
          SQLiteErrorCode.SQLITE_CONSTRAINT,
          SQLiteErrorCode.SQLITE_MISMATCH,
          SQLiteErrorCode.SQLITE_RANGE,
          SQLiteErrorCode.SQLITE_TOOBIG);

  private static final int PRIMARY = 0xff;

  private final Session file;
  private final Scribe scribe;

  Group(Session file, Scribe scribe) {
    this.file = file;
    this.scribe = scribe;
  }

  /** Returns when everything is on disk; throws when nothing is. */
  Committed commit(List<Task> tasks) throws SQLException {
    try {
      return attempt(tasks, Set.of(), "COMMIT");
    } catch (SQLException | RuntimeException e) {
      if (!isOfTheRow(e)) {
        throw e;
      }
      LOG.warn("a group of {} tasks could not be written; looking for the cause", tasks.size(), e);
      Set<Prepared> failing = Collections.newSetFromMap(new IdentityHashMap<>());
      find(submissions(tasks), failing);
      return attempt(tasks, failing, "COMMIT");
    }
  }

  private static List<Prepared> submissions(List<Task> tasks) {
    List<Prepared> submissions = new ArrayList<>();
    for (Task task : tasks) {
      if (task instanceof Task.File it) {
        it.submissions().stream().filter(Filed.class::isInstance).forEach(submissions::add);
      } else if (task instanceof Task.Use it) {
        it.uses().forEach(use -> submissions.add(use.submission()));
      }
    }
    return submissions;
  }

  /** Collects the submissions that cannot be written even by themselves. */
  private void find(List<Prepared> some, Set<Prepared> failing) throws SQLException {
    try {
      attempt(List.of(new Task.File(some)), Set.of(), "ROLLBACK");
    } catch (SQLException | RuntimeException e) {
      if (!isOfTheRow(e)) {
        throw e;
      }
      if (some.size() > 1) {
        int half = some.size() / 2;
        find(some.subList(0, half), failing);
        find(some.subList(half, some.size()), failing);
      } else {
        Filed it = (Filed) some.getFirst();
        LOG.error("{} of {} cannot be written", it.ledger().id(), it.source(), e);
        failing.add(it);
      }
    }
  }

  private Committed attempt(List<Task> tasks, Set<Prepared> failing, String end)
      throws SQLException {
    boolean ended = false;
    file.run("BEGIN IMMEDIATE");
    try {
      Committed committed = scribe.write(tasks, failing);
      file.run(end);
      ended = true;
      return committed;
    } finally {
      if (!ended) {
        rollBack();
      }
    }
  }

  private void rollBack() {
    try {
      file.run("ROLLBACK");
    } catch (SQLException e) {
      LOG.debug("SQLite has rolled back by itself", e);
    }
  }

  private static boolean isOfTheRow(Exception e) {
    return switch (e) {
      case Unavailable it -> false;
      case SQLiteException it ->
          OF_THE_ROW.contains(SQLiteErrorCode.getErrorCode(it.getResultCode().code & PRIMARY));
      case SQLException it -> false;
      default -> true;
    };
  }
}
