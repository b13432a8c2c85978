package licencehub.connectors.jdbc;

import java.util.List;
import licencehub.connectors.jdbc.TableShape.Real;
import org.jspecify.annotations.Nullable;

/** Pages through rows by the values of the last one; empty values come last in every database. */
final class Keyset {
  private Keyset() {}

  static void orderBy(Sql sql, List<Real> order) {
    sql.add(" ORDER BY ");
    for (int i = 0; i < order.size(); i++) {
      Real column = order.get(i);
      sql.add(i == 0 ? "" : ", ");
      if (column.nullable()) {
        sql.add("CASE WHEN ").add(column.quoted()).add(" IS NULL THEN 1 ELSE 0 END, ");
      }
      sql.add(column.quoted());
    }
  }

  /**
   * The condition of rows after {@code last}: greater in the first column, or equal there and
   * greater in the second, and so on. The first column's own bound lets an index be used.
   */
  static void after(Sql sql, List<Real> order, List<@Nullable Object> last) {
    Object first = last.getFirst();
    if (first != null && !order.getFirst().nullable()) {
      sql.add(order.getFirst().quoted()).add(" >= ").value(first).add(" AND ");
    }
    sql.add("(");
    for (int i = 0; i < order.size(); i++) {
      sql.add(i == 0 ? "(" : " OR (");
      for (int before = 0; before < i; before++) {
        equal(sql, order.get(before), last.get(before));
        sql.add(" AND ");
      }
      greater(sql, order.get(i), last.get(i));
      sql.add(")");
    }
    sql.add(")");
  }

  /** The condition of rows with exactly these values. */
  static void equal(Sql sql, Real column, @Nullable Object value) {
    sql.add(column.quoted());
    if (value == null) {
      sql.add(" IS NULL");
    } else {
      sql.add(" = ").value(value);
    }
  }

  private static void greater(Sql sql, Real column, @Nullable Object value) {
    if (value == null) {
      sql.add("1 = 0");
    } else if (column.nullable()) {
      sql.add("(").add(column.quoted()).add(" > ").value(value);
      sql.add(" OR ").add(column.quoted()).add(" IS NULL)");
    } else {
      sql.add(column.quoted()).add(" > ").value(value);
    }
  }
}
