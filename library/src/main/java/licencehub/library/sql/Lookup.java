package licencehub.library.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a table found by their key, many at a time.
 *
 * @param wanted columns, in the order they are read; those of the key among them, for rows come in
 *     no order
 * @param condition further words on the rows; empty for all
 */
public record Lookup(String table, List<Column> key, List<String> wanted, String condition) {
  Lookup(String table, String key, String wanted) {
    this(table, Column.list(key), List.of(wanted.split(", ", -1)), "");
  }

  /** Keys of one column. */
  static List<@Nullable Object[]> keys(List<String> values) {
    List<@Nullable Object[]> keys = new ArrayList<>();
    for (String it : values) {
      keys.add(new @Nullable Object[] {it});
    }
    return keys;
  }

  /** Of these rows, those of which this is true. */
  Lookup where(String more) {
    return new Lookup(table, key, wanted, more);
  }
}
