package licencehub.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.Dialects;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import licencehub.model.event.EventType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class ContractsTest {
  private static final SchemaRegistry STANDARD =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          it ->
              it.schemas(
                  id ->
                      id.startsWith(Contracts.BASE)
                          ? text(id.substring(Contracts.BASE.length()))
                          : null));

  static List<String> names() {
    return Contracts.names();
  }

  @Test
  void every_schema_in_the_folder_is_published_and_none_besides() {
    List<String> files =
        Samples.named("").stream()
            .filter(it -> it.toString().endsWith(".schema.json"))
            .map(Samples.SCHEMAS::relativize)
            .map(Path::toString)
            .toList();
    assertThat(Contracts.names()).containsExactlyInAnyOrderElementsOf(files);
    assertThat(Contracts.find("../openapi/openapi.yaml")).isEmpty();
    for (EventType type : EventType.values()) {
      assertThat(Contracts.find(Contracts.nameOf(type))).contains(Contracts.schema(type));
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_schema_is_json_schema_2020_12_under_its_own_name(String name) {
    JsonNode schema = Samples.JSON.readTree(text(name));
    assertThat(schema.path("$id").asString()).isEqualTo(Contracts.BASE + name);
    Schema meta = STANDARD.getSchema(SchemaLocation.of(Dialects.getDraft202012().getId()));
    assertThat(meta.validate(schema)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void every_property_is_named_and_explained_in_both_languages_and_has_an_example(String name) {
    List<String> bare = new ArrayList<>();
    properties(
        inlined(name),
        "",
        (path, property) -> {
          boolean titled =
              property.path("title").asString("").matches("[^ ]*\\p{IsHan}[^ ]* [ -~]+");
          boolean example =
              property.has("examples") || property.has("properties") || property.has("items");
          if (!titled || property.path("description").asString("").isEmpty() || !example) {
            bare.add(path);
          }
        });
    assertThat(bare).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void every_example_meets_its_own_schema(String name) {
    List<String> wrong = new ArrayList<>();
    properties(
        inlined(name),
        "",
        (path, property) -> {
          Judge judge = new Judge(property.toString(), id -> "");
          for (JsonNode example : property.path("examples")) {
            judge.violations(example).forEach(it -> wrong.add(path + ": " + it.what()));
          }
        });
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void every_object_is_closed_or_of_texts(String name) {
    List<String> open = new ArrayList<>();
    properties(
        inlined(name),
        "",
        (path, property) -> {
          boolean free =
              path.endsWith("/settings") || path.endsWith("/mapping") || path.equals("/data");
          if (property.has("properties")
              && !property.path("additionalProperties").isBoolean()
              && !free) {
            open.add(path);
          }
        });
    assertThat(open).isEmpty();
  }

  /**
   * The catalogue judges by a leaner rewriting of each schema; a validator that knows nothing of it
   * has to come to the same verdict, codes and agreements of two places aside.
   */
  @Test
  void a_plain_validator_agrees_with_the_catalogue() {
    Catalogue catalogue = new Catalogue();
    for (Path file : Samples.named("sound-")) {
      assertThat(plainly(file)).as(file.toString()).isEmpty();
    }
    for (Path file : Samples.named("unsound-")) {
      if (!plainly(file).isEmpty()) {
        assertThat(catalogue.check(Samples.bytes(file))).isInstanceOf(Checked.Unsound.class);
      }
    }
    long told = Samples.named("unsound-").stream().filter(it -> !plainly(it).isEmpty()).count();
    assertThat(told).isGreaterThan(Samples.named("unsound-").size() / 2);
  }

  private static List<com.networknt.schema.Error> plainly(Path file) {
    String name = Samples.folder(file) + "/v1.schema.json";
    return STANDARD
        .getSchema(SchemaLocation.of(Contracts.BASE + name))
        .validate(
            new String(Samples.bytes(file), java.nio.charset.StandardCharsets.UTF_8),
            InputFormat.JSON,
            it -> it.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }

  private static void properties(
      JsonNode schema, String path, BiConsumer<String, JsonNode> visitor) {
    for (String map : List.of("properties", "$defs")) {
      for (Map.Entry<String, JsonNode> each : schema.path(map).properties()) {
        String below = path + "/" + each.getKey();
        visitor.accept(below, each.getValue());
        properties(each.getValue(), below, visitor);
      }
    }
    if (schema.path("items").isObject()) {
      properties(schema.path("items"), path + "/*", visitor);
    }
  }

  private static JsonNode inlined(String name) {
    return SchemaTree.inlined(
        Samples.JSON.readTree(text(name)), id -> text(id.substring(Contracts.BASE.length())));
  }

  private static String text(String name) {
    return Contracts.find(name).orElseThrow();
  }
}
