package licencehub.library.sqlite;

import static java.util.stream.Collectors.joining;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import licencehub.library.sql.Addition;
import licencehub.library.sql.Bulk;
import licencehub.library.sql.Column;
import licencehub.library.sql.Lookup;
import licencehub.library.sql.OneByOne;
import licencehub.library.sql.Session;
import org.jspecify.annotations.Nullable;

/**
 * So many keys in one statement: what costs is not the search but each call of the engine, and most
 * keys of a group find nothing. The rest of the keys, and all rows that are added, go one by one.
 */
record ManyKeys(OneByOne rest) implements Bulk {
  private static final int EACH = 50;

  ManyKeys() {
    this(new OneByOne());
  }

  @Override
  public void find(
      Session session, Lookup lookup, List<@Nullable Object[]> keys, Session.Visitor visitor)
      throws SQLException {
    int from = 0;
    if (keys.size() >= EACH) {
      String sql = sql(lookup);
      for (; from + EACH <= keys.size(); from += EACH) {
        session.visit(sql, visitor, arguments(keys.subList(from, from + EACH)));
      }
    }
    rest.find(session, lookup, keys.subList(from, keys.size()), visitor);
  }

  @Override
  public void add(Session session, Addition addition, List<@Nullable Object[]> rows)
      throws SQLException {
    rest.add(session, addition, rows);
  }

  /** In the order of the keys: the table is searched for each by its index. */
  private static String sql(Lookup lookup) {
    String names = lookup.key().stream().map(Column::name).collect(joining(", "));
    String key = lookup.key().stream().map(it -> "?").collect(joining(", ", "(", ")"));
    return "WITH k(%s) AS (VALUES %s) SELECT %s FROM k CROSS JOIN %s t WHERE %s%s"
        .formatted(
            names,
            String.join(", ", Collections.nCopies(EACH, key)),
            lookup.wanted().stream().map(it -> "t." + it).collect(joining(", ")),
            lookup.table(),
            lookup.key().stream()
                .map(it -> "t.%1$s = k.%1$s".formatted(it.name()))
                .collect(joining(" AND ")),
            lookup.condition().isEmpty() ? "" : " AND t." + lookup.condition());
  }

  private static @Nullable Object[] arguments(List<@Nullable Object[]> keys) {
    return keys.stream().flatMap(Arrays::stream).toArray();
  }
}
