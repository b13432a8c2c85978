package licencehub.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import licencehub.hub.access.Caller;
import licencehub.hub.access.Role;
import licencehub.hub.config.ConfigDraft;
import licencehub.hub.config.ConfigFolder;
import licencehub.hub.config.Loaded;
import licencehub.model.code.CreditCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the shipped dashboard and alerts ask for is what a hub tells. */
class ObservabilityTest {
  private static final Path SHIPPED = Path.of("../config/observability");
  private static final Pattern METRIC =
      Pattern.compile("\\b(licencehub|jvm|process|system)_[a-z_]+");

  @TempDir Path folder = Path.of("");

  /** Names of metrics in the shipped files that begin so. */
  static Set<String> asked(String start) throws IOException {
    try (Stream<Path> files = Files.list(SHIPPED)) {
      Set<String> names = new TreeSet<>();
      for (Path each : files.toList()) {
        METRIC
            .matcher(Files.readString(each))
            .results()
            .map(it -> it.group())
            .filter(it -> it.startsWith(start))
            .forEach(names::add);
      }
      return names;
    }
  }

  /** Those of a search index and of topics are told by hubs that have them, in their own tests. */
  @Test
  void every_metric_asked_for_is_told() throws Exception {
    ConfigFolder config = config();
    try (HubServer hub = HubServer.start(config, InstantSource.system())) {
      Caller market = new Caller("market", Role.DEPARTMENT, new CreditCode("11440300MB2D000147"));
      String outcome =
          new Asking(hub, config, market)
              .ask("POST", "/api/v1/submissions", "application/vnd.dsse.envelope.v1+json", "{}");
      assertThat(outcome).contains("quarantined");
      String told = Asking.as(Role.OPERATOR, hub, config).get("/metrics");
      Set<String> names =
          told.lines()
              .filter(it -> !it.startsWith("#"))
              .map(it -> it.replaceFirst("[{ ].*", ""))
              .collect(Collectors.toSet());
      Set<String> parts = asked("licencehub_search");
      parts.addAll(asked("licencehub_feed"));
      assertThat(names).containsAll(asked("").stream().filter(it -> !parts.contains(it)).toList());
    }
  }

  @Test
  void panels_stand_beside_each_other_and_say_what_they_show() throws IOException {
    JsonNode dashboard =
        JsonMapper.shared().readTree(Files.readString(SHIPPED.resolve("grafana-dashboard.json")));
    Set<String> places = new TreeSet<>();
    Set<Integer> numbers = new TreeSet<>();
    for (JsonNode panel : dashboard.required("panels")) {
      assertThat(places.add(panel.required("gridPos").toString())).isTrue();
      assertThat(numbers.add(panel.required("id").asInt())).isTrue();
      assertThat(panel.required("title").asString()).matches(".*\\p{IsHan}.* [A-Z].*");
      assertThat(panel.required("description").asString()).isNotEmpty();
      assertThat(panel.required("targets")).isNotEmpty();
    }
    assertThat(numbers).hasSizeGreaterThan(10);
  }

  private ConfigFolder config() throws IOException {
    ConfigDraft draft = ConfigDraft.in(folder.resolve("config"));
    String more =
        """
        retention: {accesses: P30D}
        backup: {folder: ../backups}
        """;
    draft.write("hub.yaml", draft.read("hub.yaml") + more);
    return ((Loaded.Sound) draft.load()).config();
  }
}
