package licencehub.library.sql;

import java.util.Arrays;
import java.util.List;

/**
 * A column, as engines need to know it that take many rows in one statement.
 *
 * @param type {@code text}, {@code bigint} or {@code bytea}
 */
public record Column(String name, String type) {
  /** Written as in {@code source text, seq bigint}. */
  public static List<Column> list(String columns) {
    return Arrays.stream(columns.split(", ", -1))
        .map(it -> it.split(" ", 2))
        .map(it -> new Column(it[0], it[1]))
        .toList();
  }
}
