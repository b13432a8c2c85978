package licencehub.connectors.jdbc;

import java.util.ArrayList;
import java.util.List;
import licencehub.connectors.BatchSource;
import licencehub.connectors.Connector;
import licencehub.connectors.ConnectorSpec;
import licencehub.connectors.Discovered;
import licencehub.connectors.Positions;
import licencehub.connectors.Probe;
import licencehub.connectors.RawRecord;
import licencehub.connectors.SourceConfig;
import licencehub.connectors.settings.SettingsForm;
import licencehub.model.Text;

/** Reads departments' front-end databases; needs a {@link licencehub.connectors.TableDialect}. */
public final class JdbcConnector implements Connector {
  private static final SettingsForm<JdbcSettings> FORM =
      SettingsForm.of(JdbcSettings.class, "jdbc.schema.json");

  @Override
  public ConnectorSpec spec() {
    return new ConnectorSpec("jdbc", Text.of("前置库", "front-end database"), FORM.schema());
  }

  @Override
  public void check(SourceConfig config, Probe probe) {
    new JdbcCheck(config, FORM.read(config.settings())).run(probe);
  }

  /** Every table of the schema; those of the dialect with the number of unread rows or a note. */
  @Override
  public List<Discovered> discover(SourceConfig config) {
    JdbcSettings settings = FORM.read(config.settings());
    try (Database database = new Database(config, settings)) {
      return database.runReadOnly(
          connection -> new Discovery(connection, config, settings).tables());
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
    WantedTables.of(config, settings);
    return new JdbcSource(config, settings);
  }
}
