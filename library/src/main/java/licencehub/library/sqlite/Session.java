package licencehub.library.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One connection with its statements, each prepared once and kept. For one thread at a time; no
 * result outlives its call, as an open one would hold up commits and the log's reset.
 */
final class Session implements AutoCloseable {
  private final Connection connection;
  private final Statement control;
  private final Map<String, PreparedStatement> kept = new HashMap<>();

  Session(Connection connection) throws SQLException {
    this.connection = connection;
    this.control = connection.createStatement();
  }

  /** Reads one row. */
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Reads one row after the other until it has enough. */
  interface Visitor {
    boolean wantsMoreAfter(ResultSet row) throws SQLException;
  }

  /** Runs a statement without arguments, such as BEGIN. */
  void run(String sql) throws SQLException {
    control.execute(sql);
  }

  /** Changes rows and tells how many. */
  int change(String sql, @Nullable Object... arguments) throws SQLException {
    return bound(sql, arguments).executeUpdate();
  }

  <T> List<T> list(String sql, Row<T> row, @Nullable Object... arguments) throws SQLException {
    List<T> found = new ArrayList<>();
    visit(sql, it -> found.add(row.read(it)), arguments);
    return found;
  }

  <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... arguments) throws SQLException {
    try (ResultSet rows = bound(sql, arguments).executeQuery()) {
      return rows.next() ? Optional.of(row.read(rows)) : Optional.empty();
    }
  }

  void visit(String sql, Visitor visitor, @Nullable Object... arguments) throws SQLException {
    try (ResultSet rows = bound(sql, arguments).executeQuery()) {
      boolean more = true;
      while (more && rows.next()) {
        more = visitor.wantsMoreAfter(rows);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private PreparedStatement bound(String sql, @Nullable Object... arguments) throws SQLException {
    PreparedStatement statement = kept.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      kept.put(sql, statement);
    }
    if (statement.getParameterMetaData().getParameterCount() != arguments.length) {
      throw new IllegalArgumentException(arguments.length + " arguments do not fit " + sql);
    }
    for (int i = 0; i < arguments.length; i++) {
      bind(statement, i + 1, arguments[i]);
    }
    return statement;
  }

  private static void bind(PreparedStatement statement, int place, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case null -> statement.setNull(place, java.sql.Types.NULL);
      case String it -> statement.setString(place, it);
      case Long it -> statement.setLong(place, it);
      case Integer it -> statement.setInt(place, it);
      case byte[] it -> statement.setBytes(place, it);
      default -> throw new IllegalArgumentException("no column takes a " + value.getClass());
    }
  }
}
