package licencehub.library.sql;

import static java.util.stream.Collectors.joining;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement for each row: nothing is cheaper where the engine is in the same process. */
public final class OneByOne implements Bulk {
  @Override
  public void find(
      Session session, Lookup lookup, List<@Nullable Object[]> keys, Session.Visitor visitor)
      throws SQLException {
    String sql =
        "SELECT %s FROM %s WHERE %s%s"
            .formatted(
                String.join(", ", lookup.wanted()),
                lookup.table(),
                lookup.key().stream().map(it -> it.name() + " = ?").collect(joining(" AND ")),
                lookup.condition().isEmpty() ? "" : " AND " + lookup.condition());
    for (@Nullable Object[] key : keys) {
      session.visit(sql, visitor, key);
    }
  }

  @Override
  public void add(Session session, Addition addition, List<@Nullable Object[]> rows)
      throws SQLException {
    session.changeAll(
        "INSERT INTO %s (%s) VALUES (%s)%s"
            .formatted(
                addition.table(),
                addition.names(),
                addition.columns().stream().map(it -> "?").collect(joining(", ")),
                addition.conflict()),
        rows);
  }
}
