package licencehub.library.postgres;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import licencehub.library.sql.Session;
import licencehub.model.Unavailable;

/** Finds out how a transaction ended whose commit was never answered. */
record Doubt(Server server) {
  private static final String STATUS = "SELECT pg_xact_status(CAST(? AS xid8))";
  private static final Duration PAUSE = Duration.ofMillis(250);

  /** As long as a server takes to start again, or another to take over. */
  private static final int ATTEMPTS = 120;

  /**
   * @param because what broke off the commit
   * @throws Unavailable when nobody can tell
   */
  boolean isCommitted(String transaction, SQLException because) {
    for (int i = 0; i < ATTEMPTS && !Thread.currentThread().isInterrupted(); i++) {
      Optional<String> status = ask(transaction);
      if (status.isPresent() && !status.get().equals("in progress")) {
        return status.get().equals("committed");
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    throw new Unavailable(
        server.name(),
        "提交时连接中断，结果不明；请重新报送，已入库的会按重复处理。 The line broke in the middle of a commit, and"
            + " nobody can tell whether it was written: send it again, a repeat is recognised.",
        because);
  }

  /** Empty when the server does not answer. */
  private Optional<String> ask(String transaction) {
    try (Session session = new Session(server.name(), server::connect)) {
      return session.first(
          STATUS,
          row -> {
            String status = row.getString(1);
            // So long ago that the server has forgotten it, or never heard of: it has no effect.
            return status == null ? "aborted" : status;
          },
          transaction);
    } catch (SQLException e) {
      return Optional.empty();
    }
  }
}
