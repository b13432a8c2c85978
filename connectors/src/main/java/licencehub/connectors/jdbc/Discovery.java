package licencehub.connectors.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licencehub.connectors.Discovered;
import licencehub.connectors.FrontEndTable;
import licencehub.connectors.SourceConfig;
import licencehub.connectors.TableDialect;
import licencehub.connectors.jdbc.TableShape.Real;
import licencehub.model.Text;
import org.jspecify.annotations.Nullable;

/** Looks at every table of a schema: which the dialect reads, which it knows and leaves. */
final class Discovery {
  private static final int MOST_TABLES = 500;
  private static final long UNKNOWN = -1;

  private final Connection connection;
  private final JdbcSettings settings;
  private final List<FrontEndTable> tables;
  private final Map<String, Text> notTaken;

  Discovery(Connection connection, SourceConfig config, JdbcSettings settings) {
    this.connection = connection;
    this.settings = settings;
    boolean ofTables = config.dialect() instanceof TableDialect;
    this.tables = ofTables ? ((TableDialect) config.dialect()).tables() : List.of();
    this.notTaken = ofTables ? ((TableDialect) config.dialect()).notTaken() : Map.of();
  }

  /** Every table, those the dialect reads with the number of unread rows. */
  List<Discovered> tables() throws SQLException {
    List<Discovered> found = new ArrayList<>();
    for (String name : names()) {
      found.add(table(name));
    }
    return found;
  }

  private Discovered table(String name) throws SQLException {
    Text note = note(name);
    Optional<FrontEndTable> known = known(name);
    if (known.isPresent()) {
      Optional<TableShape> shape = TableShape.find(connection, settings.schema(), known.get());
      if (shape.isPresent()) {
        return read(name, shape.get(), note);
      }
    }
    return new Discovered("table", name, List.of(), UNKNOWN, note);
  }

  private Discovered read(String name, TableShape shape, @Nullable Text note) throws SQLException {
    long waiting =
        shape.missing().isEmpty()
            ? new TableRows(shape, settings.timeout()).waiting(connection)
            : UNKNOWN;
    List<String> columns = shape.columns().stream().map(Real::name).toList();
    return new Discovered("table", name, columns, waiting, note);
  }

  private Optional<FrontEndTable> known(String name) {
    for (FrontEndTable table : tables) {
      if (table.name().equalsIgnoreCase(name)) {
        return Optional.of(table);
      }
      for (FrontEndTable.Detail detail : table.details()) {
        if (detail.table().name().equalsIgnoreCase(name)) {
          return Optional.of(detail.table());
        }
      }
    }
    return Optional.empty();
  }

  private @Nullable Text note(String name) {
    for (FrontEndTable table : tables) {
      if (table.details().stream().anyMatch(it -> it.table().name().equalsIgnoreCase(name))) {
        return Text.of("随 " + table.name() + " 一起读取", "read with " + table.name());
      }
    }
    for (Map.Entry<String, Text> it : notTaken.entrySet()) {
      if (it.getKey().equalsIgnoreCase(name)) {
        return Text.of(
            (known(name).isPresent() ? "部分不采集：" : "认识，不采集：") + it.getValue().zh(),
            (known(name).isPresent() ? "some rows not taken: " : "known, not taken: ")
                + it.getValue().en());
      }
    }
    return null;
  }

  private List<String> names() throws SQLException {
    String schema = settings.schema();
    String wanted = schema == null ? connection.getSchema() : schema;
    List<String> names = new ArrayList<>();
    try (ResultSet found =
        connection.getMetaData().getTables(connection.getCatalog(), null, "%", null)) {
      while (found.next() && names.size() < MOST_TABLES) {
        String inSchema = found.getString("TABLE_SCHEM");
        boolean ours = wanted == null || inSchema == null || wanted.equalsIgnoreCase(inSchema);
        String type = String.valueOf(found.getString("TABLE_TYPE"));
        if (ours && (type.endsWith("TABLE") || type.equals("VIEW"))) {
          names.add(found.getString("TABLE_NAME"));
        }
      }
    }
    return names;
  }
}
