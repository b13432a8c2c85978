package licencehub.hub;

import java.nio.file.Files;
import java.nio.file.Path;
import licencehub.hub.config.ConfigDraft;
import licencehub.library.ElasticServer;

/** The Elasticsearch server names are searched by fails. */
class SearchFaultTest extends FaultContract {
  @SuppressWarnings("NullAway.Init")
  private ElasticServer elastic;

  @Override
  String dependency() {
    return "Elasticsearch, for names";
  }

  @Override
  String item() {
    return "search index";
  }

  @Override
  String cause(Way way) {
    return "elasticsearch";
  }

  @Override
  void startServer(Path folder) throws Exception {
    elastic = ElasticServer.start(Files.createDirectories(folder.resolve("elastic")));
    line.leadTo(elastic.address().getPort());
  }

  @Override
  void stopServer() {
    elastic.close();
  }

  @Override
  void kill() {
    elastic.kill();
  }

  @Override
  void startAgain() {
    elastic.start();
  }

  @Override
  void configure(ConfigDraft draft) {
    draft.write(
        "hub.yaml",
        draft.read("hub.yaml")
            + "search: {engine: elasticsearch, addresses: [\"%s\"]}%n".formatted(line.address()));
  }
}
