package licencehub.library.postgres;

import java.sql.SQLException;
import licencehub.library.sql.Bulk;
import licencehub.library.sql.Session;
import licencehub.library.sql.SqlDialect;
import licencehub.library.sql.Words;
import licencehub.model.ledger.Checkpoint;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hubs take turns by the lock of the ledger's one row of {@code frontier}: it is held from the
 * beginning of a group to its commit, so that sequences are given, and seen by everybody, in the
 * order of commits and without gaps. For one writing thread.
 */
final class PostgresDialect implements SqlDialect {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresDialect.class);

  /** Tells this transaction's number as well: by it its end is found out should the line break. */
  private static final String TURN =
      "SELECT CAST(pg_current_xact_id() AS TEXT) FROM frontier FOR UPDATE";

  private final Doubt doubt;
  private String transaction = "";

  PostgresDialect(Server server) {
    this.doubt = new Doubt(server);
  }

  /** What broke the line since the last group costs nobody anything: it is laid anew. */
  @Override
  public void begin(Session writer) throws SQLException {
    try {
      take(writer);
    } catch (SQLException e) {
      if (!Lost.is(e)) {
        throw e;
      }
      LOG.info("connecting to {} again: {}", writer.name(), e.getMessage());
      take(writer);
    }
  }

  private void take(Session writer) throws SQLException {
    try {
      transaction = writer.first(TURN, row -> row.getString(1)).orElseThrow();
    } catch (SQLException e) {
      writer.close();
      throw e;
    }
  }

  @Override
  public void commit(Session writer) throws SQLException {
    commit(writer, null);
  }

  @Override
  public void commit(Session writer, @Nullable Checkpoint sealed) throws SQLException {
    try {
      writer.commit();
    } catch (SQLException e) {
      if (!Lost.is(e)) {
        throw e;
      }
      writer.close();
      if (!doubt.isCommitted(transaction, sealed, e)) {
        throw e;
      }
      LOG.warn("the line to {} broke, but the group was committed", writer.name());
    }
  }

  /** Values, constraints and limits are the row's; all else is the server's, or between us. */
  @Override
  public boolean isOfTheRow(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    return state.startsWith("22")
        || state.startsWith("23")
        || state.startsWith("42")
        || state.startsWith("54");
  }

  /** A server keeps former rows until it vacuums: nothing can be wiped from here. */
  @Override
  public void wipe(Session writer, boolean on) {}

  @Override
  public Words words() {
    return new PartitionedWords();
  }

  @Override
  public Bulk bulk() {
    return new ByArrays();
  }
}
