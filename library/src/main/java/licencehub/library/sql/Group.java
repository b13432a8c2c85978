package licencehub.library.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import licencehub.library.sql.Prepared.Filed;
import licencehub.model.Unavailable;
import licencehub.model.ledger.Seal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits many callers' tasks in one transaction. When one submission makes it fail, it is found by
 * trying halves and set aside, so that it cannot fail the others.
 */
final class Group {
  private static final Logger LOG = LoggerFactory.getLogger(Group.class);

  private final SqlDialect dialect;
  private final Session file;
  private final Scribe scribe;

  Group(SqlDialect dialect, Session file, Scribe scribe) {
    this.dialect = dialect;
    this.file = file;
    this.scribe = scribe;
  }

  /** What the engine is called in messages. */
  String engine() {
    return file.name();
  }

  /** Returns when everything is on disk; throws when nothing is. */
  Committed commit(List<Task> tasks) throws SQLException {
    try {
      return attempt(tasks, Set.of(), true);
    } catch (SQLException | RuntimeException e) {
      if (!isOfTheRow(e)) {
        throw e;
      }
      LOG.warn("a group of {} tasks could not be written; looking for the cause", tasks.size(), e);
      Set<Prepared> failing = Collections.newSetFromMap(new IdentityHashMap<>());
      find(submissions(tasks), failing);
      return attempt(tasks, failing, true);
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
      attempt(List.of(new Task.File(some)), Set.of(), false);
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

  private Committed attempt(List<Task> tasks, Set<Prepared> failing, boolean inEarnest)
      throws SQLException {
    boolean committed = false;
    dialect.begin(file);
    try {
      Committed written = scribe.write(tasks, failing);
      if (inEarnest) {
        Seal seal = written.seal();
        dialect.commit(file, seal == null ? null : seal.checkpoint());
        committed = true;
      }
      return written;
    } finally {
      if (!committed) {
        rollBack();
      }
    }
  }

  private void rollBack() {
    try {
      file.rollBack();
    } catch (SQLException e) {
      LOG.debug("the engine has rolled back by itself", e);
    }
  }

  private boolean isOfTheRow(Exception e) {
    return switch (e) {
      case Unavailable it -> false;
      case SQLException it -> dialect.isOfTheRow(it);
      default -> true;
    };
  }
}
