package licencehub.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import licencehub.demo.world.Body;
import licencehub.demo.world.Story;
import licencehub.demo.world.StoryTeller;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The directory of sharing in {@code config/} knows the fictitious province. */
class DirectoryTest {
  private static final Path CONFIG = Path.of("../config");
  private static final int MATTERS = 12;

  @Test
  void every_licence_the_demo_issues_is_of_a_type_in_the_directory() throws Exception {
    Map<String, String> types =
        files("licence-types").stream()
            .collect(
                Collectors.toMap(
                    it -> it.path("code").asString(), it -> it.at("/name/zh").asString()));
    IntStream.range(0, MATTERS)
        .mapToObj(n -> Body.number(n).matter())
        .forEach(it -> assertThat(types).containsEntry(it.type().text(), it.licence()));
  }

  @Test
  void the_cases_of_the_demo_are_of_items_with_a_guide() throws Exception {
    List<String> codes =
        files("items").stream().map(it -> it.path("code").asString()).sorted().toList();
    StoryTeller teller = new StoryTeller(1, java.time.Instant.parse("2026-01-01T00:00:00Z"));
    List<String> handled =
        IntStream.range(0, MATTERS)
            .mapToObj(n -> teller.tell(Body.number(n), n))
            .map(DirectoryTest::item)
            .map(it -> it.substring(it.length() - 12))
            .toList();
    assertThat(handled).containsAll(codes);
  }

  private static String item(Story story) {
    return story.documents().getFirst().at("/data/item/code").asString();
  }

  private static List<JsonNode> files(String folder) throws Exception {
    try (Stream<Path> files = Files.list(CONFIG.resolve(folder))) {
      YAMLMapper yaml = new YAMLMapper();
      return files.map(it -> yaml.readTree(it.toFile())).toList();
    }
  }
}
