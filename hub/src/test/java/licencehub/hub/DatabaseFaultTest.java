package licencehub.hub;

import java.nio.file.Path;
import java.util.Map;
import licencehub.hub.config.ConfigDraft;
import licencehub.library.PostgresServer;

/** The PostgreSQL server the library stands on fails. */
class DatabaseFaultTest extends FaultContract {
  @SuppressWarnings("NullAway.Init")
  private PostgresServer server;

  @Override
  String dependency() {
    return "PostgreSQL, for the library";
  }

  @Override
  String item() {
    return "library";
  }

  @Override
  String cause(Way way) {
    return "cannot be reached";
  }

  @Override
  boolean goesOnMeanwhile() {
    return false;
  }

  @Override
  void startServer(Path folder) {
    server = PostgresServer.own(Map.of());
    line.leadTo(server.port());
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
  void configure(ConfigDraft draft) {
    draft.change(
        "hub.yaml",
        "{engine: sqlite}",
        "{engine: postgres, settings: {addresses: [\"127.0.0.1:%d\"], database: postgres,"
                .formatted(line.port())
            + " user: postgres, encryption: none, patience: PT2S}}");
  }
}
