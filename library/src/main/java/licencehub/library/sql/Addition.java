package licencehub.library.sql;

import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * Rows to be added to a table, many at a time; no two of one addition have the same key.
 *
 * @param key so many of the first columns are the key of rows that take the place of what stands
 *     under it; 0 where none stands
 */
public record Addition(String table, List<Column> columns, int key) {
  /** New rows. */
  static Addition of(String table, String columns) {
    return new Addition(table, Column.list(columns), 0);
  }

  /** Rows that may take the place of others. */
  static Addition replacing(String table, int key, String columns) {
    return new Addition(table, Column.list(columns), key);
  }

  /** The names of its columns, with commas between. */
  public String names() {
    return columns.stream().map(Column::name).collect(joining(", "));
  }

  /** What the statement ends in. */
  public String conflict() {
    if (key == 0) {
      return "";
    }
    String set =
        columns.stream()
            .skip(key)
            .map(it -> it.name() + " = excluded." + it.name())
            .collect(joining(", "));
    String known = columns.stream().limit(key).map(Column::name).collect(joining(", "));
    return " ON CONFLICT (" + known + ") DO UPDATE SET " + set;
  }
}
