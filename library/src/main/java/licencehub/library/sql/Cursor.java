package licencehub.library.sql;

import java.sql.SQLException;
import java.util.List;
import licencehub.library.DataKey;

/**
 * How far the rows of one table have come under a key.
 *
 * @param name the table
 * @param next rows before it are under the key, as are those from {@code upto} on
 * @param stuck rows before {@code next} that did not open and were left as they are
 */
record Cursor(String name, int key, long next, long upto, long stuck) {
  private static final String LIST =
      "SELECT name, key, next, upto, stuck FROM rotation ORDER BY name";
  private static final String KEEP = "UPDATE rotation SET next = ?, stuck = ? WHERE name = ?";

  static List<Cursor> list(Session file) throws SQLException {
    return file.list(
        LIST,
        row ->
            new Cursor(
                row.getString(1), row.getInt(2), row.getLong(3), row.getLong(4), row.getLong(5)));
  }

  /** A new key: every row there is now is to come under it. */
  static void begin(Session file, DataKey key) throws SQLException {
    for (Cursor it : list(file)) {
      file.change(
          "UPDATE rotation SET key = ?, stuck = 0, next = (%s), upto = (%s) WHERE name = ?"
              .formatted(first(it.name()), end(it.name())),
          key.id(),
          it.name());
    }
  }

  /** The column that numbers a table's rows in the order they were written. */
  static String number(String table) {
    return table.equals("event") ? "seq" : "number";
  }

  /** Asks for the first row's number. */
  static String first(String table) {
    return "SELECT coalesce(min(%s), 0) FROM %s".formatted(number(table), table);
  }

  /** Asks for the number behind the last row's. */
  static String end(String table) {
    return "SELECT coalesce(max(%s) + 1, 0) FROM %s".formatted(number(table), table);
  }

  /** Rows that are left at most. */
  long left() {
    return upto - next;
  }

  /** So many looked at, some of them in vain. */
  Cursor at(long row, long andStuck) {
    return new Cursor(name, key, row, upto, stuck + andStuck);
  }

  void keep(Session file) throws SQLException {
    file.change(KEEP, next, stuck, name);
  }
}
