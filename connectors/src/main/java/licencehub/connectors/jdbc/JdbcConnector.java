package licencehub.connectors.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import licencehub.connectors.BatchSource;
import licencehub.connectors.Connector;
import licencehub.connectors.ConnectorSpec;
import licencehub.connectors.Discovered;
import licencehub.connectors.FrontEndTable;
import licencehub.connectors.Positions;
import licencehub.connectors.Probe;
import licencehub.connectors.RawRecord;
import licencehub.connectors.SourceConfig;
import licencehub.connectors.TableDialect;
import licencehub.connectors.settings.SettingsForm;
import licencehub.model.Text;
import org.jspecify.annotations.Nullable;

/** Reads departments' front-end databases; needs a {@link TableDialect}. */
public final class JdbcConnector implements Connector {
  private static final SettingsForm<JdbcSettings> FORM =
      SettingsForm.of(JdbcSettings.class, "jdbc.schema.json");
  private static final int MOST_TABLES = 500;
  private static final long UNKNOWN = -1;

  @Override
  public ConnectorSpec spec() {
    return new ConnectorSpec("jdbc", Text.of("前置库", "front-end database"), FORM.schema());
  }

  @Override
  public void check(SourceConfig config, Probe probe) {
    new JdbcCheck(config, FORM.read(config.settings())).run(probe);
  }

  /** Every table of the schema; those of the dialect with the number of unread rows. */
  @Override
  public List<Discovered> discover(SourceConfig config) {
    JdbcSettings settings = FORM.read(config.settings());
    try (Database database = new Database(config, settings)) {
      return database.runReadOnly(connection -> discover(connection, config, settings));
    }
  }

  @Override
  public List<RawRecord> sample(SourceConfig config, int limit) {
    JdbcSettings settings = FORM.read(config.settings());
    try (Database database = new Database(config, settings)) {
      return database.runReadOnly(
          connection -> {
            List<RawRecord> records = new ArrayList<>();
            for (TableShape shape : database.shapes(connection)) {
              int room = limit - records.size();
              if (room > 0) {
                new TableRows(shape, settings.timeout())
                    .page(connection, room)
                    .forEach(row -> records.addAll(config.dialect().split(row.record())));
              }
            }
            return records.subList(0, Math.min(limit, records.size()));
          });
    }
  }

  /**
   * @throws licencehub.model.MalformedValue when the dialect is not one of tables
   */
  @Override
  public BatchSource open(SourceConfig config, Positions positions) {
    JdbcSettings settings = FORM.read(config.settings());
    Database.tables(config, settings);
    return new JdbcSource(config, settings);
  }

  private static List<Discovered> discover(
      Connection connection, SourceConfig config, JdbcSettings settings) throws SQLException {
    List<Discovered> found = new ArrayList<>();
    for (String name : names(connection, settings.schema())) {
      Optional<FrontEndTable> known =
          config.dialect() instanceof TableDialect dialect
              ? dialect.tables().stream().filter(it -> it.name().equalsIgnoreCase(name)).findFirst()
              : Optional.empty();
      found.add(discovered(connection, settings, name, known));
    }
    return found;
  }

  private static Discovered discovered(
      Connection connection, JdbcSettings settings, String name, Optional<FrontEndTable> known)
      throws SQLException {
    if (known.isPresent()) {
      Optional<TableShape> shape = TableShape.find(connection, settings.schema(), known.get());
      if (shape.isPresent()) {
        List<String> columns = shape.get().columns().stream().map(it -> it.name()).toList();
        long waiting =
            shape.get().missing().isEmpty()
                ? new TableRows(shape.get(), settings.timeout()).waiting(connection)
                : UNKNOWN;
        return new Discovered("table", name, columns, waiting);
      }
    }
    return new Discovered("table", name, List.of(), UNKNOWN);
  }

  private static List<String> names(Connection connection, @Nullable String schema)
      throws SQLException {
    String wanted = schema == null ? connection.getSchema() : schema;
    List<String> names = new ArrayList<>();
    try (ResultSet tables =
        connection.getMetaData().getTables(connection.getCatalog(), null, "%", null)) {
      while (tables.next() && names.size() < MOST_TABLES) {
        String inSchema = tables.getString("TABLE_SCHEM");
        boolean ours = wanted == null || inSchema == null || wanted.equalsIgnoreCase(inSchema);
        String type = String.valueOf(tables.getString("TABLE_TYPE"));
        if (ours && (type.endsWith("TABLE") || type.equals("VIEW"))) {
          names.add(tables.getString("TABLE_NAME"));
        }
      }
    }
    return names;
  }
}
