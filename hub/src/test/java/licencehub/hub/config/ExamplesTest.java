package licencehub.hub.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import licencehub.connectors.BatchSource;
import licencehub.connectors.Connector;
import licencehub.connectors.Dialect;
import licencehub.connectors.Positions;
import licencehub.connectors.SourceConfig;
import licencehub.model.code.SourceId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The department files an operator copies: not read where they lie, and sound where they are copied
 * to, once the secrets they point to are there.
 */
class ExamplesTest {
  static final Path EXAMPLES = Path.of("../config/departments/examples");
  private static final Path SHIPPED = Path.of("../config");
  private static final Pattern FILE = Pattern.compile(".*(File|Store)");
  private static final Positions NOWHERE =
      new Positions() {
        @Override
        public Optional<String> find(SourceId source) {
          return Optional.empty();
        }

        @Override
        public void keep(SourceId source, String position) {}
      };

  @TempDir Path folder = Path.of(".");

  static Stream<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      return files.sorted().toList().stream();
    }
  }

  @BeforeEach
  void copyShipped() throws IOException {
    try (Stream<Path> files = Files.walk(SHIPPED)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(SHIPPED.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  @Test
  void where_they_lie_they_are_not_read() {
    ConfigFolder config = ((Loaded.Sound) ConfigLoader.load(folder)).config();
    assertThat(config.departments())
        .extracting(it -> it.file().getFileName())
        .containsExactly(Path.of("example-market.yaml"));
  }

  @Test
  void every_connector_has_one() throws IOException {
    Set<String> shown = new TreeSet<>();
    for (Path example : examples().toList()) {
      sources(example).forEach(it -> shown.add(it.path("connector").asString()));
    }
    sources(SHIPPED.resolve("departments/example-market.yaml"))
        .forEach(it -> shown.add(it.path("connector").asString()));
    assertThat(shown).isEqualTo(Kinds.installed().connectors().keySet());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void copied_each_is_sound_and_its_server_is_not_needed(Path example) throws IOException {
    copy(example);
    ConfigFolder config = ((Loaded.Sound) ConfigLoader.load(folder)).config();
    DepartmentFile copied =
        config.departments().stream()
            .filter(it -> it.file().getFileName().equals(example.getFileName()))
            .findFirst()
            .orElseThrow();
    for (SourceFile source : copied.sources()) {
      assertThat(source.enabled()).isTrue();
      Connector connector = Kinds.installed().connector(source.connector()).orElseThrow();
      try (BatchSource opened = connector.open(config(copied, source), NOWHERE)) {
        assertThat(opened).isNotNull();
      }
    }
  }

  @Test
  void copied_all_together_they_are_sound() throws IOException {
    for (Path example : examples().toList()) {
      copy(example);
    }
    assertThat(ConfigLoader.load(folder)).isInstanceOf(Loaded.Sound.class);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void without_its_secrets_only_the_files_to_put_there_are_faults(Path example) throws IOException {
    Files.copy(example, folder.resolve("departments").resolve(example.getFileName()));
    switch (ConfigLoader.load(folder)) {
      case Loaded.Sound it -> assertThat(Files.readString(example)).doesNotContain("secrets/");
      case Loaded.Unsound it ->
          assertThat(it.faults())
              .isNotEmpty()
              .allMatch(fault -> FILE.matcher(fault.key()).matches());
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void every_setting_of_its_connector_stands_in_it_explained(Path example) throws IOException {
    String text = Files.readString(example);
    assertThat(text)
        .containsPattern("(?m)^# .*\\p{IsHan}")
        .containsPattern("(?m)^# .*[A-Za-z]+ [a-z]+ [a-z]+");
    for (JsonNode source : sources(example)) {
      Connector connector =
          Kinds.installed().connector(source.path("connector").asString()).orElseThrow();
      JsonNode schema = JsonMapper.shared().readTree(connector.spec().settingsSchema());
      assertThat(keys(schema))
          .allSatisfy(it -> assertThat(text).containsPattern("(?m)^[# -]*" + it + ":"));
    }
  }

  private static Set<String> keys(JsonNode schema) {
    Set<String> keys = new TreeSet<>();
    schema
        .path("properties")
        .forEachEntry(
            (key, rule) -> {
              keys.add(key);
              keys.addAll(keys(rule));
            });
    return keys;
  }

  /** Copies an example to where it is read, and what its settings point to. */
  private void copy(Path example) throws IOException {
    Files.copy(example, folder.resolve("departments").resolve(example.getFileName()));
    for (JsonNode source : sources(example)) {
      put(source.path("settings"));
    }
  }

  private void put(JsonNode settings) throws IOException {
    for (var setting : settings.properties()) {
      if (setting.getValue().isObject()) {
        put(setting.getValue());
      } else if (FILE.matcher(setting.getKey()).matches()) {
        Path file = folder.resolve(setting.getValue().asString());
        Files.createDirectories(file.getParent());
        if (!Files.exists(file)) {
          Files.writeString(file, "");
        }
      }
    }
  }

  private static SourceConfig config(DepartmentFile department, SourceFile source) {
    Dialect dialect =
        Kinds.installed()
            .dialect(source.dialect())
            .orElseThrow()
            .open(source.id(), department.department(), department.region(), source.mapping());
    return new SourceConfig(
        source.id(),
        department.department(),
        department.region(),
        source.settings(),
        dialect,
        department.home());
  }

  private static List<JsonNode> sources(Path file) {
    return new YAMLMapper().readTree(file).path("sources").valueStream().toList();
  }
}
