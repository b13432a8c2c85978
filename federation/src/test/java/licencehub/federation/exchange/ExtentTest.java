package licencehub.federation.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import licencehub.model.event.EventType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How much of a case is told, by the examples of the schemas. */
class ExtentTest {
  private static final Path SCHEMAS = Path.of("../schemas/src/main/resources/schemas");
  private static final Set<String> PERSONS = Set.of("applicant", "contact", "handler", "collector");

  private static Stream<EventType> cases() {
    return Arrays.stream(EventType.values()).filter(it -> it.wire().startsWith("case."));
  }

  private static ObjectNode full(EventType type) {
    String name = type.wire().substring(0, type.wire().length() - ".v1".length());
    try {
      return (ObjectNode)
          JsonMapper.shared()
              .readTree(Files.readAllBytes(SCHEMAS.resolve(name).resolve("sound-full.json")))
              .path("data");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void each_extent_tells_no_more_than_the_next(EventType type) {
    ObjectNode data = full(type);
    ObjectNode before = data.deepCopy();
    assertThat(Extent.NONE.of(type, data)).isEmpty();
    assertThat(Extent.FULL.of(type, data)).contains(before);
    Set<String> metadata = keys(Extent.METADATA.of(type, data).orElseThrow());
    assertThat(keys(before)).containsAll(metadata);
    assertThat(metadata).doesNotContain("contact", "materials", "queryPassword", "opinion");
    Extent.CATALOGUE
        .of(type, data)
        .ifPresent(
            it -> {
              assertThat(metadata).containsAll(keys(it));
              assertThat(keys(it)).doesNotContainAnyElementsOf(PERSONS);
            });
    assertThat(data).isEqualTo(before);
  }

  @Test
  void the_catalogue_has_what_was_accepted_and_what_came_of_it() {
    assertThat(
            cases()
                .filter(it -> Extent.CATALOGUE.of(it, full(it)).isPresent())
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(EventType.CASE_ACCEPTED, EventType.CASE_COMPLETED);
  }

  private static Set<String> keys(ObjectNode data) {
    return Set.copyOf(data.propertyNames());
  }
}
