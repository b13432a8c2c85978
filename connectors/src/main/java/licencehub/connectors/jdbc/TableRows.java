package licencehub.connectors.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import licencehub.connectors.RawRecord;
import licencehub.connectors.jdbc.TableShape.Real;
import licencehub.connectors.tables.RowJson;
import org.jspecify.annotations.Nullable;

/** Reads the unread rows of one table, page by page in order. */
final class TableRows {
  /** Key values that may be shown: plain, and not built like a citizen number. */
  private static final Pattern SHOWN =
      Pattern.compile("(?![0-9]{17}[0-9Xx]$|[0-9]{15}$)[0-9A-Za-z_.-]{1,50}");

  private final TableShape shape;
  private final Duration timeout;
  private @Nullable List<@Nullable Object> last;

  /**
   * One row.
   *
   * @param identity the values of its keys, as the database gave them
   * @param details the rows that belong to it
   */
  record Found(
      TableShape shape,
      List<@Nullable Object> identity,
      RawRecord record,
      List<DetailRows.Taken> details) {}

  private record Line(List<@Nullable Object> identity, Map<String, @Nullable String> cells) {}

  TableRows(TableShape shape, Duration timeout) {
    this.shape = shape;
    this.timeout = timeout;
  }

  TableShape shape() {
    return shape;
  }

  /** Whether the next page begins in the middle of the unread rows. */
  boolean isMidway() {
    return last != null;
  }

  /**
   * The next unread rows after the former page; after the last page it begins again from the first
   * row, so that a row given back neither blocks others nor is forgotten.
   */
  List<Found> page(Connection connection, int limit) throws SQLException {
    List<Line> page = new ArrayList<>();
    try (PreparedStatement statement = select(limit).prepare(connection, timeout)) {
      statement.setMaxRows(limit);
      statement.setFetchSize(limit);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          page.add(new Line(values(rows, shape.keys()), cells(rows, shape.readable())));
          last = values(rows, shape.order());
        }
      }
    }
    if (page.size() < limit) {
      last = null;
    }
    List<Found> found = new ArrayList<>();
    for (Line line : page) {
      found.add(found(connection, line));
    }
    return found;
  }

  /** How many rows are unread. */
  long waiting(Connection connection) throws SQLException {
    Sql sql = new Sql().add("SELECT COUNT(*) FROM ").add(shape.name());
    unread(sql);
    try (PreparedStatement statement = sql.prepare(connection, timeout);
        ResultSet count = statement.executeQuery()) {
      count.next();
      return count.getLong(1);
    }
  }

  private Sql select(int limit) {
    Sql sql = new Sql().add("SELECT ");
    sql.add(String.join(", ", shape.readable().stream().map(Real::quoted).toList()));
    sql.add(" FROM ").add(shape.name());
    unread(sql);
    if (last != null) {
      Keyset.after(sql.add(" AND "), shape.order(), last);
    }
    Keyset.orderBy(sql, shape.order());
    return sql.add(shape.limitForm().formatted(limit));
  }

  private void unread(Sql sql) {
    Real mark = shape.mark();
    sql.add(" WHERE ").add(mark.quoted()).add(" = ");
    sql.value(Cells.parameter(mark.type(), shape.table().mark().unread()));
    shape
        .table()
        .only()
        .forEach(
            (name, values) -> {
              Real column = shape.real(name);
              sql.add(" AND ").add(column.quoted()).add(" IN (");
              for (int i = 0; i < values.size(); i++) {
                sql.add(i == 0 ? "" : ", ").value(Cells.parameter(column.type(), values.get(i)));
              }
              sql.add(")");
            });
  }

  private Found found(Connection connection, Line line) throws SQLException {
    DetailRows details = new DetailRows(timeout);
    for (TableShape.Part part : shape.details()) {
      details.add(connection, shape, part, line.cells());
    }
    byte[] bytes = new RowJson(shape.table().name(), null, line.cells(), details.cells()).bytes();
    return new Found(
        shape,
        line.identity(),
        new RawRecord(bytes, "application/json", locator(line.cells())),
        details.taken());
  }

  private String locator(Map<String, @Nullable String> cells) {
    List<String> keys = new ArrayList<>();
    for (Real key : shape.keys()) {
      String value = cells.get(key.name());
      boolean plain = value != null && SHOWN.matcher(value).matches();
      keys.add(key.name() + "=" + (plain ? value : "…"));
    }
    return shape.table().name() + keys;
  }

  /** Some columns of a row as text, by their names in the database. */
  static Map<String, @Nullable String> cells(ResultSet rows, List<Real> selected)
      throws SQLException {
    Map<String, @Nullable String> cells = new LinkedHashMap<>();
    for (int i = 0; i < selected.size(); i++) {
      cells.put(selected.get(i).name(), Cells.text(rows, i + 1, selected.get(i).zoned()));
    }
    return cells;
  }

  static List<@Nullable Object> values(ResultSet rows, List<Real> columns) throws SQLException {
    List<@Nullable Object> values = new ArrayList<>();
    for (Real column : columns) {
      values.add(rows.getObject(column.name()));
    }
    return values;
  }
}
