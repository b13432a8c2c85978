package licencehub.connectors.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import licencehub.connectors.FrontEndTable;
import licencehub.connectors.FrontEndTable.Column;
import licencehub.model.Unavailable;
import org.jspecify.annotations.Nullable;

/**
 * A front-end table as this database really has it. Names come from the database's own catalogue
 * and are quoted, so nothing a mapping says can become SQL.
 *
 * @param name the table as it stands in a statement
 * @param details the tables whose rows belong to rows of this one, as far as the database has them
 */
record TableShape(
    FrontEndTable table, String name, List<Real> columns, String limitForm, List<Part> details) {
  private static final Set<String> LIMIT = Set.of("MySQL", "MariaDB", "SQLite");

  /**
   * A column of the catalogue.
   *
   * @param quoted its name as it stands in a statement
   */
  record Real(String name, String quoted, int type, boolean zoned, boolean nullable) {}

  /**
   * A table whose rows belong to rows of another one.
   *
   * @param on the columns, by the mapping's names, whose values are equal in both
   */
  record Part(TableShape shape, List<String> on) {}

  TableShape {
    columns = List.copyOf(columns);
    details = List.copyOf(details);
  }

  /** What the database has under the table's name; nothing when there is no such table. */
  static Optional<TableShape> find(
      Connection connection, @Nullable String schema, FrontEndTable table) throws SQLException {
    TableShape alone = alone(connection, schema, table).orElse(null);
    if (alone == null) {
      return Optional.empty();
    }
    List<Part> details = new ArrayList<>();
    for (FrontEndTable.Detail detail : table.details()) {
      alone(connection, schema, detail.table())
          .ifPresent(it -> details.add(new Part(it, detail.on())));
    }
    return Optional.of(new TableShape(table, alone.name, alone.columns, alone.limitForm, details));
  }

  private static Optional<TableShape> alone(
      Connection connection, @Nullable String schema, FrontEndTable table) throws SQLException {
    DatabaseMetaData catalogue = connection.getMetaData();
    String wanted = schema == null ? connection.getSchema() : schema;
    Set<String> spellings = new LinkedHashSet<>();
    spellings.add(table.name());
    spellings.add(table.name().toUpperCase(Locale.ROOT));
    spellings.add(table.name().toLowerCase(Locale.ROOT));
    for (String spelling : spellings) {
      try (ResultSet found = catalogue.getColumns(connection.getCatalog(), null, spelling, null)) {
        Optional<TableShape> shape = read(catalogue, found, wanted, table);
        if (shape.isPresent()) {
          return shape;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<TableShape> read(
      DatabaseMetaData catalogue, ResultSet found, @Nullable String schema, FrontEndTable table)
      throws SQLException {
    String quote = catalogue.getIdentifierQuoteString().strip();
    String name = "";
    List<Real> columns = new ArrayList<>();
    while (found.next()) {
      String inSchema = found.getString("TABLE_SCHEM");
      String inTable = found.getString("TABLE_NAME");
      if (!inTable.equalsIgnoreCase(table.name())
          || (schema != null && inSchema != null && !schema.equalsIgnoreCase(inSchema))) {
        continue;
      }
      name = (inSchema == null ? "" : quoted(inSchema, quote) + ".") + quoted(inTable, quote);
      columns.add(column(found, quote));
    }
    String limit =
        LIMIT.contains(catalogue.getDatabaseProductName())
            ? " LIMIT %d"
            : " OFFSET 0 ROWS FETCH NEXT %d ROWS ONLY";
    return columns.isEmpty()
        ? Optional.empty()
        : Optional.of(new TableShape(table, name, columns, limit, List.of()));
  }

  private static Real column(ResultSet found, String quote) throws SQLException {
    String name = found.getString("COLUMN_NAME");
    int type = found.getInt("DATA_TYPE");
    boolean nullable = found.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls;
    boolean zoned = Cells.hasZone(type, found.getString("TYPE_NAME"));
    return new Real(name, quoted(name, quote), type, zoned, nullable);
  }

  /** This table and those whose rows belong to its rows. */
  List<TableShape> all() {
    List<TableShape> all = new ArrayList<>(List.of(this));
    details.forEach(it -> all.add(it.shape()));
    return all;
  }

  /** Required columns, and the mark, that the database does not have. */
  List<String> missing() {
    List<String> missing = new ArrayList<>();
    for (Column column : table.columns()) {
      if (column.required() && find(column.name()).isEmpty()) {
        missing.add(column.name());
      }
    }
    if (find(table.mark().column()).isEmpty()) {
      missing.add(table.mark().column());
    }
    return missing;
  }

  Real mark() {
    return real(table.mark().column());
  }

  List<Real> keys() {
    return table.keys().stream().map(this::real).toList();
  }

  /** The columns rows are sorted by: the table's order, then its keys. */
  List<Real> order() {
    Set<Real> order = new LinkedHashSet<>();
    table.order().forEach(it -> order.add(real(it)));
    order.addAll(keys());
    return List.copyOf(order);
  }

  /** What is read of a row: everything but the mark, and files only where the dialect asks. */
  List<Real> readable() {
    Real mark = mark();
    return columns.stream()
        .filter(it -> !it.equals(mark))
        .filter(it -> !Cells.isLarge(it.type()) || isMapped(it))
        .toList();
  }

  /** The columns the dialect looks at, as far as the database has them. */
  List<Real> mapped() {
    return columns.stream().filter(this::isMapped).toList();
  }

  /** The column the dialect means by {@code name}. */
  Real real(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new Unavailable(
                    table.name(), "缺少列 " + name + "，请建列或修改映射 column " + name + " is missing"));
  }

  private Optional<Real> find(String name) {
    List<String> names = new ArrayList<>(List.of(name));
    table.columns().stream()
        .filter(it -> it.name().equals(name))
        .forEach(it -> names.addAll(it.otherNames()));
    return names.stream()
        .flatMap(it -> columns.stream().filter(real -> real.name().equalsIgnoreCase(it)))
        .findFirst();
  }

  private boolean isMapped(Real column) {
    return table.columns().stream().anyMatch(it -> find(it.name()).equals(Optional.of(column)));
  }

  private static String quoted(String name, String quote) {
    return quote.isEmpty() ? name : quote + name.replace(quote, quote + quote) + quote;
  }
}
