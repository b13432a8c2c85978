package licencehub.library.postgres;

import static java.util.stream.Collectors.joining;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import licencehub.library.sql.Addition;
import licencehub.library.sql.Bulk;
import licencehub.library.sql.Column;
import licencehub.library.sql.Lookup;
import licencehub.library.sql.Session;
import org.jspecify.annotations.Nullable;

/**
 * One statement for all rows, each of its arguments an array with the values of one column: one
 * round trip however many rows there are, and a text that never changes, so that it is planned
 * once.
 */
record ByArrays() implements Bulk {
  @Override
  public void find(
      Session session, Lookup lookup, List<@Nullable Object[]> keys, Session.Visitor visitor)
      throws SQLException {
    if (!keys.isEmpty()) {
      String on =
          lookup.key().stream()
              .map(it -> "t.%1$s = k.%1$s".formatted(it.name()))
              .collect(joining(" AND "));
      session.visit(
          "SELECT %s FROM unnest(%s) AS k (%s) JOIN %s t ON %s%s"
              .formatted(
                  lookup.wanted().stream().map(it -> "t." + it).collect(joining(", ")),
                  parameters(lookup.key()),
                  lookup.key().stream().map(Column::name).collect(joining(", ")),
                  lookup.table(),
                  on,
                  lookup.condition().isEmpty() ? "" : " AND t." + lookup.condition()),
          visitor,
          arrays(lookup.key(), keys));
    }
  }

  @Override
  public void add(Session session, Addition addition, List<@Nullable Object[]> rows)
      throws SQLException {
    if (!rows.isEmpty()) {
      session.change(
          "INSERT INTO %s (%s) SELECT * FROM unnest(%s)%s"
              .formatted(
                  addition.table(),
                  addition.names(),
                  parameters(addition.columns()),
                  addition.conflict()),
          arrays(addition.columns(), rows));
    }
  }

  private static String parameters(List<Column> columns) {
    return columns.stream().map(it -> "CAST(? AS " + it.type() + "[])").collect(joining(", "));
  }

  private static Object[] arrays(List<Column> columns, List<@Nullable Object[]> rows) {
    return IntStream.range(0, columns.size())
        .mapToObj(i -> array(columns.get(i).type(), i, rows))
        .toArray();
  }

  private static Object array(String type, int column, List<@Nullable Object[]> rows) {
    return switch (type) {
      case "bigint" -> {
        @Nullable Long[] numbers = new @Nullable Long[rows.size()];
        for (int i = 0; i < numbers.length; i++) {
          numbers[i] = rows.get(i)[column] instanceof Number it ? it.longValue() : null;
        }
        yield numbers;
      }
      case "text" -> rows.stream().map(it -> (String) it[column]).toArray(String[]::new);
      case "bytea" -> rows.stream().map(it -> (byte[]) it[column]).toArray(byte[][]::new);
      default -> throw new IllegalArgumentException("no column is of " + type);
    };
  }
}
