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
import licencehub.connectors.jdbc.TableShape.Part;
import licencehub.connectors.jdbc.TableShape.Real;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows that belong to one row, whether somebody has taken them or not: a new version of
 * an application has its materials too. Of each row only what the dialect looks at is read, so
 * files stay where they are.
 */
final class DetailRows {
  /** One more than a document may list, so that too many are refused and not cut. */
  private static final int MOST = 201;

  private final Duration timeout;
  private final Map<String, List<Map<String, @Nullable String>>> cells = new LinkedHashMap<>();
  private final List<Taken> taken = new ArrayList<>();

  /**
   * A row that was read.
   *
   * @param identity the values of its keys, as the database gave them
   */
  record Taken(TableShape shape, List<@Nullable Object> identity) {}

  DetailRows(Duration timeout) {
    this.timeout = timeout;
  }

  /** Adds the rows of one table that belong to the row {@code owner} has these cells of. */
  void add(
      Connection connection, TableShape owner, Part part, Map<String, @Nullable String> ofOwner)
      throws SQLException {
    List<Map<String, @Nullable String>> rows = new ArrayList<>();
    try (PreparedStatement statement = select(owner, part, ofOwner).prepare(connection, timeout)) {
      statement.setMaxRows(MOST);
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          rows.add(TableRows.cells(found, part.shape().mapped()));
          taken.add(new Taken(part.shape(), TableRows.values(found, part.shape().keys())));
        }
      }
    }
    if (!rows.isEmpty()) {
      cells.put(part.shape().table().name(), rows);
    }
  }

  /** What was read, by table. */
  Map<String, List<Map<String, @Nullable String>>> cells() {
    return cells;
  }

  /** What is to be marked with the row it belongs to. */
  List<Taken> taken() {
    return taken;
  }

  private static Sql select(TableShape owner, Part part, Map<String, @Nullable String> ofOwner) {
    TableShape shape = part.shape();
    Sql sql = new Sql().add("SELECT ");
    sql.add(String.join(", ", shape.mapped().stream().map(Real::quoted).toList()));
    sql.add(" FROM ").add(shape.name()).add(" WHERE ");
    for (int i = 0; i < part.on().size(); i++) {
      String name = part.on().get(i);
      Real column = shape.real(name);
      String value = ofOwner.get(owner.real(name).name());
      sql.add(i == 0 ? "" : " AND ");
      Keyset.equal(sql, column, value == null ? null : Cells.parameter(column.type(), value));
    }
    Keyset.orderBy(sql, shape.order());
    return sql.add(shape.limitForm().formatted(MOST));
  }
}
