package licencehub.connectors.jdbc;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import licencehub.model.Unavailable;

/** Tells an operator what a database said, without repeating what its rows hold. */
final class SqlFailure {
  /** Classes of SQLSTATE whose messages speak of connections, rights and names, never of values. */
  private static final Set<String> HARMLESS = Set.of("08", "28", "3D", "3F", "42", "57", "90");

  private static final int CLASS = 2;

  private SqlFailure() {}

  static Unavailable of(String source, SQLException e) {
    SQLException said = e;
    while (said.getCause() instanceof SQLException deeper) {
      said = deeper;
    }
    String state = said.getSQLState() == null ? "-----" : said.getSQLState();
    boolean shown =
        said instanceof SQLTransientConnectionException
            || HARMLESS.contains(state.substring(0, Math.min(CLASS, state.length())));
    String message = shown ? ": " + said.getMessage() : "";
    return new Unavailable(
        source,
        "数据库错误 database error, SQLSTATE " + state + message,
        shown ? e : new SQLException(state, state));
  }
}
