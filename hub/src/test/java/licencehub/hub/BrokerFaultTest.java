package licencehub.hub;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import licencehub.hub.config.ConfigDraft;

/** The Artemis outside fails. */
class BrokerFaultTest extends SourceFaultContract {
  @SuppressWarnings("NullAway.Init")
  private ArtemisProcess broker;

  @Override
  String dependency() {
    return "Artemis outside";
  }

  @Override
  String item() {
    return "broker";
  }

  @Override
  String cause(Way way) {
    return "cannot connect to the broker at tcp://localhost:";
  }

  @Override
  void startServer(Path folder) throws Exception {
    broker = ArtemisProcess.start(Files.createDirectories(folder.resolve("artemis")));
    line.leadTo(broker.corePort());
  }

  @Override
  void stopServer() {
    broker.close();
  }

  @Override
  void kill() {
    broker.kill();
  }

  @Override
  void startAgain() throws Exception {
    broker.start();
  }

  @Override
  void configure(ConfigDraft draft) throws Exception {
    super.configure(draft);
    draft.change(
        "hub.yaml",
        "broker: {enabled: false}",
        broker.outside("tcp://localhost:" + line.port(), "PT2S"));
  }

  @Override
  String reached(ConfigDraft draft) {
    return """
    connector: jms
    dialect: native
    mapping: {unsigned: true}
    settings: {url: "vm://0", queue: in.market}""";
  }

  @Override
  void leave(List<String> numbers) throws Exception {
    try (QueueClient market = QueueClient.core(broker, "market", true)) {
      market.send("in.market", cases.documents(numbers));
    }
  }
}
