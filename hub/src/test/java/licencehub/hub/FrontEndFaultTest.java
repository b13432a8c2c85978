package licencehub.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import licencehub.connectors.tables.TableDialects;
import licencehub.hub.config.ConfigDraft;
import licencehub.library.PostgresServer;

/** A department's front-end database fails. */
class FrontEndFaultTest extends SourceFaultContract {
  @SuppressWarnings("NullAway.Init")
  private PostgresServer server;

  @Override
  String dependency() {
    return "front-end database of a department";
  }

  @Override
  String cause(Way way) {
    return "cannot be read since";
  }

  @Override
  void startServer(Path folder) throws Exception {
    server = PostgresServer.own(Map.of());
    line.leadTo(server.port());
    try (InputStream ddl = TableDialects.class.getResourceAsStream("ddl/shandong.sql")) {
      department(new String(ddl.readAllBytes(), UTF_8));
    }
  }

  @Override
  void stopServer() {
    server.close();
  }

  @Override
  void kill() {
    server.kill();
  }

  @Override
  void startAgain() {
    server.restart();
  }

  @Override
  String reached(ConfigDraft draft) {
    return """
    connector: jdbc
    dialect: shandong
    settings:
      {url: "jdbc:postgresql://127.0.0.1:%d/postgres", user: postgres, timeout: PT2S}"""
        .formatted(line.port());
  }

  @Override
  void leave(List<String> numbers) throws Exception {
    for (String number : numbers) {
      department(
          ("INSERT INTO EA_JC_STEP_PROC (ORGBUSNO, PROJID, SN, NODESTATE, NODENAME, NODETYPE,"
                  + " NODEPROCERNAME, NODESTARTTIME, NODEENDTIME, NODERESULT) VALUES ('B', '%s', 1,"
                  + " '02', '审核', '2', '王五', '2026-03-06 08:00:00', '2026-03-06 17:05:09', '1')")
              .formatted(number));
    }
  }

  private void department(String sql) throws Exception {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
