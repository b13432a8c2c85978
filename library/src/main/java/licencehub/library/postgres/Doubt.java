package licencehub.library.postgres;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import licencehub.library.sql.Session;
import licencehub.model.Unavailable;
import licencehub.model.ledger.Checkpoint;
import org.jspecify.annotations.Nullable;

/** Finds out how a transaction ended whose commit was never answered. */
record Doubt(Server server) {
  private static final String STATUS = "SELECT pg_xact_status(CAST(? AS xid8))";
  private static final String NOTE = "SELECT note FROM checkpoint WHERE size = ?";
  private static final String GONE = "aborted";
  private static final Duration PAUSE = Duration.ofMillis(250);

  /** As long as a server takes to start again, or another to take over. */
  private static final int ATTEMPTS = 120;

  /**
   * Numbers of transactions come again: those a server gave before it crashed, and of which nothing
   * was on disk, it gives to others afterwards. So a number that was committed proves nothing; the
   * group's own checkpoint does.
   *
   * @param sealed what the group's ledger came to; null when it filed nothing, and left nothing to
   *     be known by
   * @param because what broke off the commit
   * @throws Unavailable when nobody can tell
   */
  boolean isCommitted(String transaction, @Nullable Checkpoint sealed, SQLException because) {
    for (int i = 0; i < ATTEMPTS && !Thread.currentThread().isInterrupted(); i++) {
      Optional<Boolean> end = ask(transaction, sealed);
      if (end.isPresent()) {
        if (end.get() && sealed == null) {
          break;
        }
        return end.get();
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    throw new Unavailable(
        server.name(),
        "提交时连接中断，结果不明；请重新报送，已入库的会按重复处理。 The line broke in the middle of a commit, and"
            + " nobody can tell whether it was written: send it again, a repeat is recognised.",
        because);
  }

  /** Empty when the server does not answer, or has not ended it yet. */
  private Optional<Boolean> ask(String transaction, @Nullable Checkpoint sealed) {
    try (Session session = new Session(server.name(), server::connect)) {
      // One so long ago that the server has forgotten it, or never heard of, has no effect.
      String status =
          session
              .first(STATUS, row -> row.getString(1) == null ? GONE : row.getString(1), transaction)
              .orElse(GONE);
      if (status.equals("in progress")) {
        return Optional.empty();
      }
      boolean is = status.equals("committed");
      return Optional.of(is && (sealed == null || isThere(session, sealed)));
    } catch (SQLException e) {
      return Optional.empty();
    }
  }

  private static boolean isThere(Session session, Checkpoint sealed) throws SQLException {
    return session
        .first(NOTE, row -> row.getString(1), sealed.size())
        .filter(sealed.note()::equals)
        .isPresent();
  }
}
