package licencehub.hub.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import licencehub.schemas.ConfigSchemas;
import licencehub.schemas.Contracts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every file an operator finds in {@code config/} is loaded, and every key stands explained; for
 * the examples beside the departments see {@link ExamplesTest}, for that of a peer {@link
 * PeerExampleTest}.
 */
class ShippedConfigTest {
  private static final Path SHIPPED = Path.of("../config");
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
  private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]{3,}");

  /**
   * The folders of the directory of sharing, each with its schema and the file that explains it.
   */
  private static final Map<String, String> DIRECTORY =
      Map.of(
          "licence-types", Contracts.licenceTypeSettings(),
          "items", Contracts.itemSettings(),
          "grants", Contracts.grantSettings());

  private static final Map<String, String> EXPLAINED =
      Map.of(
          "licence-types", "business-licence.yaml",
          "items", "food-operation.yaml",
          "grants", "example-market.yaml");

  static Stream<Path> settings() throws IOException {
    try (Stream<Path> files = Files.walk(SHIPPED)) {
      return files
          .filter(it -> it.toString().endsWith(".yaml"))
          .filter(it -> !it.startsWith(ExamplesTest.EXAMPLES))
          .filter(it -> !it.startsWith(SHIPPED.resolve("peers")))
          .filter(it -> !it.startsWith(SHIPPED.resolve("deploy")))
          .filter(it -> !it.startsWith(SHIPPED.resolve("cluster")))
          .toList()
          .stream();
    }
  }

  static Stream<Path> hubSettings() throws IOException {
    return settings().filter(it -> !DIRECTORY.containsKey(folder(it)));
  }

  static Stream<Path> directory() throws IOException {
    return settings().filter(it -> DIRECTORY.containsKey(folder(it)));
  }

  @Test
  void it_is_sound() {
    assertThat(ConfigLoader.load(SHIPPED)).isInstanceOf(Loaded.Sound.class);
  }

  @ParameterizedTest
  @MethodSource("directory")
  void every_file_of_the_directory_is_sound_under_its_schema(Path file) {
    YamlFile read = YamlFile.read(file);
    assertThat(read.faults().all()).isEmpty();
    assertThat(ConfigSchemas.check(schema(folder(file)), read.tree())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"licence-types", "items", "grants"})
  void every_key_of_the_directory_stands_in_the_file_that_explains_it(String folder)
      throws IOException {
    String text =
        Files.readString(SHIPPED.resolve(folder).resolve(String.valueOf(EXPLAINED.get(folder))));
    assertThat(keys(schema(folder)))
        .allSatisfy(it -> assertThat(text).containsPattern("(?m)^[# -]*" + it + ":"));
  }

  @ParameterizedTest
  @MethodSource("hubSettings")
  void every_file_takes_part(Path file) {
    Loaded.Sound loaded = (Loaded.Sound) ConfigLoader.load(SHIPPED);
    Set<Path> read =
        Stream.concat(
                Stream.of(SHIPPED.resolve("hub.yaml")),
                loaded.config().departments().stream().map(DepartmentFile::file))
            .collect(Collectors.toSet());
    assertThat(read).contains(file);
  }

  @ParameterizedTest
  @MethodSource("settings")
  void every_file_speaks_both_languages(Path file) throws IOException {
    List<String> comments =
        Files.readAllLines(file).stream().filter(it -> it.strip().startsWith("#")).toList();
    assertThat(comments).isNotEmpty();
    assertThat(String.join("\n", comments)).containsPattern(CHINESE).containsPattern(ENGLISH);
  }

  @Test
  void every_key_the_hub_knows_stands_in_the_example() throws IOException {
    String text = Files.readString(SHIPPED.resolve("hub.yaml"));
    assertThat(keys(Contracts.hubSettings()))
        .allSatisfy(it -> assertThat(text).containsPattern("(?m)^[# -]*" + it + ":"));
  }

  @Test
  void every_key_of_a_department_stands_in_the_example() throws IOException {
    String text = Files.readString(SHIPPED.resolve("departments/example-market.yaml"));
    assertThat(keys(Contracts.departmentSettings()))
        .allSatisfy(it -> assertThat(text).containsPattern("(?m)^[# -]*" + it + ":"));
  }

  private static String folder(Path file) {
    return String.valueOf(file.getName(file.getNameCount() - 2));
  }

  private static String schema(String folder) {
    return String.valueOf(DIRECTORY.get(folder));
  }

  private static Set<String> keys(String schema) {
    Set<String> keys = new TreeSet<>();
    gather(JsonMapper.shared().readTree(schema), keys);
    return keys;
  }

  private static void gather(JsonNode schema, Set<String> keys) {
    schema
        .path("properties")
        .properties()
        .forEach(
            it -> {
              keys.add(it.getKey());
              gather(it.getValue(), keys);
            });
    if (schema.has("items")) {
      gather(schema.path("items"), keys);
    }
  }
}
