package licencehub.library.sql;

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
import licencehub.model.Unavailable;
import org.jspecify.annotations.Nullable;

/**
 * One connection with its statements, each prepared once and kept. For one thread at a time; no
 * result outlives its call, as an open one would hold up commits and the log's reset. Connects when
 * it is first used, and again when it is used after it was closed.
 */
public final class Session implements AutoCloseable {
  private final String name;
  private final Source source;
  private final Map<String, Kept> kept = new HashMap<>();
  private @Nullable Connection connection;

  /**
   * @param name of the engine, for messages
   */
  public Session(String name, Source source) {
    this.name = name;
    this.source = source;
  }

  /** Where connections come from. */
  public interface Source {
    Connection connect() throws SQLException;
  }

  /** Reads one row. */
  public interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Reads one row after the other until it has enough. */
  public interface Visitor {
    boolean wantsMoreAfter(ResultSet row) throws SQLException;
  }

  private record Kept(PreparedStatement statement, long parameters) {}

  /** What the engine is called in messages, for example {@code library.db}. */
  public String name() {
    return name;
  }

  /** Runs a statement without arguments, such as BEGIN. */
  public void run(String sql) throws SQLException {
    try (Statement statement = connection().createStatement()) {
      statement.execute(sql);
    }
  }

  /** Changes rows and tells how many. */
  public int change(String sql, @Nullable Object... arguments) throws SQLException {
    return bound(sql, arguments).executeUpdate();
  }

  /** Changes rows by one statement with different arguments; not one by one where it is far. */
  public void changeAll(String sql, List<@Nullable Object[]> many) throws SQLException {
    if (many.isEmpty()) {
      return;
    }
    Kept it = kept(sql);
    for (@Nullable Object[] arguments : many) {
      bind(it, sql, arguments).addBatch();
    }
    it.statement().executeBatch();
  }

  public <T> List<T> list(String sql, Row<T> row, @Nullable Object... arguments)
      throws SQLException {
    List<T> found = new ArrayList<>();
    visit(sql, it -> found.add(row.read(it)), arguments);
    return found;
  }

  public <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... arguments)
      throws SQLException {
    try (ResultSet rows = bound(sql, arguments).executeQuery()) {
      return rows.next() ? Optional.of(row.read(rows)) : Optional.empty();
    }
  }

  public void visit(String sql, Visitor visitor, @Nullable Object... arguments)
      throws SQLException {
    try (ResultSet rows = bound(sql, arguments).executeQuery()) {
      boolean more = true;
      while (more && rows.next()) {
        more = visitor.wantsMoreAfter(rows);
      }
    }
  }

  /** Ends a transaction; what was written in it is on disk. */
  public void commit() throws SQLException {
    if (connection().getAutoCommit()) {
      run("COMMIT");
    } else {
      connection().commit();
    }
  }

  /** Ends a transaction; nothing of it is left. */
  public void rollBack() throws SQLException {
    if (connection().getAutoCommit()) {
      run("ROLLBACK");
    } else {
      connection().rollback();
    }
  }

  @Override
  public void close() throws SQLException {
    kept.clear();
    Connection open = connection;
    connection = null;
    if (open != null) {
      open.close();
    }
  }

  /** What a failure of the engine means to callers: nothing was written, ask again. */
  public Unavailable unavailable(SQLException e) {
    return new Unavailable(name, String.valueOf(e.getMessage()), e);
  }

  private Connection connection() throws SQLException {
    Connection open = connection;
    if (open == null) {
      open = source.connect();
      connection = open;
    }
    return open;
  }

  private PreparedStatement bound(String sql, @Nullable Object... arguments) throws SQLException {
    return bind(kept(sql), sql, arguments);
  }

  private Kept kept(String sql) throws SQLException {
    Kept it = kept.get(sql);
    if (it == null) {
      long parameters = sql.chars().filter(sign -> sign == '?').count();
      it = new Kept(connection().prepareStatement(sql), parameters);
      kept.put(sql, it);
    }
    return it;
  }

  private static PreparedStatement bind(Kept it, String sql, @Nullable Object[] arguments)
      throws SQLException {
    if (it.parameters() != arguments.length) {
      throw new IllegalArgumentException(arguments.length + " arguments do not fit " + sql);
    }
    for (int i = 0; i < arguments.length; i++) {
      bind(it.statement(), i + 1, arguments[i]);
    }
    return it.statement();
  }

  /** Arrays only where the engine has them. */
  private static void bind(PreparedStatement statement, int place, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case null -> statement.setNull(place, java.sql.Types.NULL);
      case String it -> statement.setString(place, it);
      case Long it -> statement.setLong(place, it);
      case Integer it -> statement.setInt(place, it);
      case byte[] it -> statement.setBytes(place, it);
      case Long[] it -> array(statement, place, "int8", it);
      case String[] it -> array(statement, place, "text", it);
      case byte[][] it -> array(statement, place, "bytea", it);
      default -> throw new IllegalArgumentException("no column takes a " + value.getClass());
    }
  }

  private static void array(PreparedStatement statement, int place, String type, Object[] values)
      throws SQLException {
    statement.setArray(place, statement.getConnection().createArrayOf(type, values));
  }
}
