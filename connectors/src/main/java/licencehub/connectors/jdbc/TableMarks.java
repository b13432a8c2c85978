package licencehub.connectors.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import licencehub.connectors.jdbc.TableShape.Real;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Marks rows, each table's in one batch and all tables' in one transaction. */
final class TableMarks {
  private static final Logger LOG = LoggerFactory.getLogger(TableMarks.class);

  private final Map<Kind, List<Row>> rows = new LinkedHashMap<>();
  private final Duration timeout;

  /** Rows one prepared statement can mark: equal table, mark, and empty keys. */
  private record Kind(TableShape shape, String mark, List<Boolean> emptyKeys) {}

  private record Row(TableShape shape, List<@Nullable Object> identity) {}

  TableMarks(Duration timeout) {
    this.timeout = timeout;
  }

  void add(TableShape shape, List<@Nullable Object> identity, String mark) {
    List<Boolean> empty = new ArrayList<>();
    identity.forEach(it -> empty.add(it == null));
    rows.computeIfAbsent(new Kind(shape, mark, empty), it -> new ArrayList<>())
        .add(new Row(shape, identity));
  }

  /**
   * Commits the marks. A row somebody else has marked meanwhile keeps that mark. Keys that name
   * more rows than were read are left alone, as a row that was not read must not be marked.
   */
  void write(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    Set<Row> ambiguous = new HashSet<>();
    try {
      while (!tryAll(connection, ambiguous)) {
        connection.rollback();
      }
      connection.commit();
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    }
  }

  private boolean tryAll(Connection connection, Set<Row> ambiguous) throws SQLException {
    boolean clear = true;
    for (Map.Entry<Kind, List<Row>> kind : rows.entrySet()) {
      List<Row> some = kind.getValue().stream().filter(it -> !ambiguous.contains(it)).toList();
      clear &= some.isEmpty() || tryOne(connection, kind.getKey(), some, ambiguous);
    }
    return clear;
  }

  private boolean tryOne(Connection connection, Kind kind, List<Row> some, Set<Row> ambiguous)
      throws SQLException {
    try (PreparedStatement statement = update(kind, some.getFirst()).prepare(connection, timeout)) {
      for (Row row : some) {
        bind(statement, kind, row);
        statement.addBatch();
      }
      int[] counts = statement.executeBatch();
      boolean clear = true;
      for (int i = 0; i < counts.length; i++) {
        Row row = some.get(i);
        if (counts[i] > 1 && counts[i] > some.stream().filter(row::equals).count()) {
          ambiguous.add(row);
          clear = false;
          LOG.warn(
              "{}: 主键列对应多行，未作标记；请去除重复行 key columns name several rows, left unmarked;"
                  + " remove the duplicates",
              kind.shape().table().name());
        }
      }
      return clear;
    }
  }

  private static Sql update(Kind kind, Row example) {
    Real mark = kind.shape().mark();
    Sql sql = new Sql().add("UPDATE ").add(kind.shape().name()).add(" SET ");
    sql.add(mark.quoted()).add(" = ").value("").add(" WHERE ");
    List<Real> keys = kind.shape().keys();
    for (int i = 0; i < keys.size(); i++) {
      Keyset.equal(sql, keys.get(i), example.identity().get(i));
      sql.add(" AND ");
    }
    return sql.add(mark.quoted()).add(" = ").value("");
  }

  private static void bind(PreparedStatement statement, Kind kind, Row row) throws SQLException {
    Real mark = kind.shape().mark();
    int index = 1;
    statement.setObject(index++, Cells.parameter(mark.type(), kind.mark()));
    for (Object value : row.identity()) {
      if (value != null) {
        statement.setObject(index++, value);
      }
    }
    statement.setObject(index, Cells.parameter(mark.type(), kind.shape().table().mark().unread()));
  }
}
