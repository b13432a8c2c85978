package licencehub.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import licencehub.hub.access.Role;
import licencehub.hub.config.ConfigDraft;
import licencehub.hub.config.ConfigFolder;
import licencehub.hub.config.Loaded;
import licencehub.library.ElasticServer;
import licencehub.library.Library;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A hub with a search index, as {@code hub.yaml} sets it up. */
class SearchIndexTest {
  private static final String INDEX = "/api/v1/search-index";
  private static final String COUNTS = "/api/v1/statistics/licences";
  private static final String BY_NAME =
      """
      {"name": "某某食品", "reason": {"item": "11370800MB285591843370117002011",
       "caseNumber": "C-1", "purpose": "核验", "operator": "zhang.san"}}""";

  @TempDir Path folder = Path.of("");

  @Test
  void names_are_found_licences_counted_and_the_index_made_anew() throws Exception {
    String elastic = ElasticServer.shared().address().toString();
    ConfigFolder config =
        config(
            "search: {engine: elasticsearch, addresses: [\"%s\"], prefix: t-%s, patience: PT60S}"
                .formatted(elastic, UUID.randomUUID()));
    fileExamples(config);
    try (HubServer hub = HubServer.start(config, InstantSource.system())) {
      assertThat(
              ask(hub, config, Role.APPROVER, "POST", "/api/v1/licences/search", BY_NAME)
                  .at("/answer")
                  .asString())
          .isEqualTo("found");
      JsonNode counts = ask(hub, config, Role.SUPERVISOR, "GET", COUNTS + "?by=type,status", "");
      assertThat(counts.at("/licences").asInt()).isPositive();
      assertThat(counts.at("/counts/type").size()).isPositive();
      assertThat(counts.at("/counts").has("region")).isFalse();
      String before = ask(hub, config, Role.OPERATOR, "GET", INDEX, "").at("/index").asString();
      ask(hub, config, Role.OPERATOR, "POST", INDEX + "/rebuild", "");
      await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () -> {
                JsonNode now = ask(hub, config, Role.OPERATOR, "GET", INDEX, "");
                return !now.at("/index").asString().equals(before) && !now.has("rebuild");
              });
      assertThat(ask(hub, config, Role.OPERATOR, "GET", "/health", "").toString())
          .contains("search index");
      assertThat(Asking.as(Role.OPERATOR, hub, config).get("/metrics"))
          .contains(ObservabilityTest.asked("licencehub_search"));
    }
  }

  @Test
  void without_one_names_are_found_and_counting_says_what_is_missing() throws Exception {
    ConfigFolder config = config("");
    fileExamples(config);
    try (HubServer hub = HubServer.start(config, InstantSource.system())) {
      assertThat(
              ask(hub, config, Role.APPROVER, "POST", "/api/v1/licences/search", BY_NAME)
                  .at("/answer")
                  .asString())
          .isEqualTo("found");
      assertThat(ask(hub, config, Role.SUPERVISOR, "GET", COUNTS, "").at("/code").asString())
          .isEqualTo("search-index-missing");
    }
  }

  private ConfigFolder config(String search) throws IOException {
    ConfigDraft draft = ConfigDraft.in(folder.resolve("config"));
    draft.write("hub.yaml", draft.read("hub.yaml") + search + "\n");
    return ((Loaded.Sound) draft.load()).config();
  }

  private static void fileExamples(ConfigFolder config) throws IOException {
    LibraryOpener opener = new LibraryOpener(config.hub());
    try (Library library = opener.open(opener.signer(), InstantSource.system())) {
      library.journal().file(ExampleEvents.entries(0)).join();
    }
  }

  private static JsonNode ask(
      HubServer hub, ConfigFolder config, Role role, String method, String path, String body)
      throws IOException, InterruptedException {
    return JsonMapper.shared().readTree(Asking.as(role, hub, config).ask(method, path, body));
  }
}
