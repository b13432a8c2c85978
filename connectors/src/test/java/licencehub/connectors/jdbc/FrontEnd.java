package licencehub.connectors.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import licencehub.connectors.Configs;
import licencehub.connectors.Connector;
import licencehub.connectors.ConnectorContract;
import licencehub.connectors.SourceConfig;
import licencehub.connectors.tables.TableDialects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A department's database with the Shandong tables, for {@link FrontEndContract}. */
abstract class FrontEnd extends ConnectorContract {
  static final String PASSWORD = "front-end 口令";

  @TempDir Path home;

  private int number;

  /** A connection of the department's, that may do anything. */
  abstract Connection department() throws SQLException;

  abstract String url();

  abstract String user();

  /** Makes a user who may read the tables and nothing else. */
  abstract String reader() throws SQLException;

  @BeforeEach
  void tables() throws SQLException, IOException {
    try (InputStream ddl = TableDialects.class.getResourceAsStream("ddl/shandong.sql")) {
      department(new String(ddl.readAllBytes(), UTF_8));
    }
    Files.writeString(home.resolve("password.txt"), PASSWORD + "\n");
  }

  @Override
  protected Connector connector() {
    return new JdbcConnector();
  }

  @Override
  protected SourceConfig config() {
    return config(user(), "\"timeout\": \"PT30S\"", "{}");
  }

  @Override
  protected Optional<SourceConfig> withoutSecret() {
    String settings =
        "{\"url\": \"%s\", \"user\": \"%s\", \"passwordFile\": \"%s\"}"
            .formatted(url(), user(), MISSING_SECRET);
    return Optional.of(Configs.of(settings, home, Configs.dialect("shandong", "{}")));
  }

  SourceConfig config(String user, String more, String mapping) {
    String settings =
        "{\"url\": \"%s\", \"user\": \"%s\", \"passwordFile\": \"password.txt\", %s}"
            .formatted(url(), user, more);
    return Configs.of(settings, home, Configs.dialect("shandong", mapping));
  }

  @Override
  protected void put(int count) {
    IntStream.range(0, count).forEach(i -> step("P-1", ++number, "02"));
  }

  @Override
  protected Object state() {
    try (Connection connection = department();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM EA_JC_STEP_PROC ORDER BY SN")) {
      List<List<Object>> all = new ArrayList<>();
      while (rows.next()) {
        List<Object> row = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          row.add(String.valueOf(rows.getObject(i)));
        }
        all.add(row);
      }
      return all;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  protected boolean cutOff() {
    return false;
  }

  @Override
  protected void restore() {}

  void department(String sql) {
    try (Connection connection = department();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void step(String caseNumber, int sn, String state) {
    department(
        ("INSERT INTO EA_JC_STEP_PROC (ORGBUSNO, PROJID, SN, NODESTATE, NODENAME, NODETYPE,"
                + " NODEPROCERNAME, NODESTARTTIME, NODEENDTIME, NODERESULT) VALUES ('B', '%s', %d,"
                + " '%s', '审核', '2', '王五', '2026-03-06 08:00:00', '2026-03-06 17:05:09', '1')")
            .formatted(caseNumber, sn, state));
  }

  /** A table as departments have them too: no key, and anything may be empty. */
  void looseTable() {
    department(
        "DROP TABLE EA_JC_STEP_DONE; CREATE TABLE EA_JC_STEP_DONE (ORGBUSNO VARCHAR(50), PROJID"
            + " VARCHAR(50), DATAVER INTEGER, DONERESULT VARCHAR(2), ISFEE VARCHAR(1), MAKETIME"
            + " TIMESTAMP, SIGNSTATE CHAR(1), OCCURTIME TIMESTAMP, TRANSACTOR VARCHAR(50))");
  }

  SourceConfig done() {
    return config(user(), "\"tables\": [\"EA_JC_STEP_DONE\"]", "{}");
  }

  List<String> marks() {
    return column("SELECT SIGNSTATE FROM EA_JC_STEP_PROC ORDER BY SN");
  }

  List<String> column(String sql) {
    try (Connection connection = department();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
