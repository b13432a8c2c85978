package licencehub.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import licencehub.model.event.EventType;
import licencehub.schemas.Checked.Sound;
import licencehub.schemas.Checked.Unsound;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Every example beside a schema is what its name says. */
class SamplesTest {
  private static final Catalogue CATALOGUE = new Catalogue();

  @TestFactory
  Stream<DynamicTest> a_sound_example_becomes_an_event_of_its_folders_type() {
    return Samples.named("sound-").stream().map(file -> dynamicTest(name(file), () -> sound(file)));
  }

  private static void sound(Path file) {
    Checked checked = CATALOGUE.check(Samples.bytes(file));
    assertThat(checked).isInstanceOf(Sound.class);
    EventType type = ((Sound) checked).event().type();
    assertThat(type.wire()).isEqualTo(Samples.folder(file) + ".v1");
  }

  @TestFactory
  Stream<DynamicTest> an_unsound_example_has_the_one_expected_fault() {
    return Samples.named("unsound-").stream()
        .map(file -> dynamicTest(name(file), () -> unsound(file)));
  }

  private static void unsound(Path file) {
    JsonNode expected =
        Samples.JSON
            .readTree(Samples.bytes(file.resolveSibling("expected.json")))
            .path(file.getFileName().toString());
    Checked checked = CATALOGUE.check(Samples.bytes(file));
    assertThat(checked).isInstanceOf(Unsound.class);
    assertThat(((Unsound) checked).faults())
        .extracting(it -> it.reason().code() + " " + it.path())
        .containsExactly(
            expected.path("reason").asString("") + " " + expected.path("path").asString(""));
  }

  @ParameterizedTest
  @EnumSource
  void every_type_has_at_least_two_sound_and_three_unsound_examples(EventType type)
      throws Exception {
    Path folder = Samples.SCHEMAS.resolve(Contracts.nameOf(type)).getParent();
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names = files.map(it -> it.getFileName().toString()).toList();
      assertThat(names.stream().filter(it -> it.startsWith("sound-"))).hasSizeGreaterThan(1);
      assertThat(names.stream().filter(it -> it.startsWith("unsound-"))).hasSizeGreaterThan(2);
    }
  }

  @Test
  void no_expectation_is_left_without_its_example() {
    Set<Path> expected = new HashSet<>();
    for (Path index : Samples.named("expected")) {
      Samples.JSON
          .readTree(Samples.bytes(index))
          .propertyNames()
          .forEach(it -> expected.add(index.resolveSibling(it)));
    }
    assertThat(expected).containsExactlyInAnyOrderElementsOf(Samples.named("unsound-"));
  }

  @Test
  void the_full_example_uses_every_key_of_its_schema() {
    for (EventType type : EventType.values()) {
      String folder = Contracts.nameOf(type).substring(0, Contracts.nameOf(type).indexOf('/'));
      JsonNode schema = Samples.JSON.readTree(Contracts.schema(type));
      assertThat(Samples.json(folder + "/sound-full.json").path("data").propertyNames())
          .as(folder)
          .containsAll(
              schema.at("/properties/data/required").valueStream().map(JsonNode::asString).toList())
          .hasSizeGreaterThanOrEqualTo(schema.at("/properties/data/properties").size() - 1);
    }
  }

  private static String name(Path file) {
    return Samples.folder(file) + "/" + file.getFileName();
  }
}
