package licencehub.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What every connector says about itself; part of {@link ConnectorContract}. */
public abstract class SpecContract {
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  protected abstract Connector connector();

  /** Sound settings of the source the server offers. */
  protected abstract SourceConfig config();

  @Test
  void its_kind_is_lower_case_words() {
    assertThat(connector().spec().kind()).matches("[a-z]+(-[a-z]+)*");
  }

  @Test
  void is_found_by_the_hub() {
    assertThat(ServiceLoader.load(Connector.class))
        .extracting(it -> it.spec().kind())
        .containsOnlyOnce(connector().spec().kind());
  }

  @Test
  void its_settings_schema_is_sound() {
    Schema meta =
        SCHEMAS.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
    assertThat(meta.validate(connector().spec().settingsSchema(), InputFormat.JSON)).isEmpty();
  }

  @Test
  void its_settings_schema_shows_a_valid_example_of_every_key_and_refuses_others() {
    objects(JsonMapper.shared().readTree(connector().spec().settingsSchema()))
        .forEach(SpecContract::isDescribed);
  }

  @Test
  void sound_settings_meet_the_schema_and_a_misspelt_key_does_not() {
    Schema schema = SCHEMAS.getSchema(connector().spec().settingsSchema());
    assertThat(schema.validate(config().settings())).isEmpty();
    assertThat(schema.validate(config().settings().deepCopy().put("noSuchKey", "x"))).isNotEmpty();
  }

  private static Stream<JsonNode> objects(JsonNode schema) {
    return Stream.concat(
        schema.has("properties") ? Stream.of(schema) : Stream.empty(),
        schema.path("properties").valueStream().flatMap(SpecContract::objects));
  }

  private static void isDescribed(JsonNode object) {
    assertThat(object.path("additionalProperties").asBoolean(true)).isFalse();
    object
        .path("properties")
        .properties()
        .forEach(
            it -> {
              assertThat(it.getValue().path("description").asString(""))
                  .as(it.getKey())
                  .isNotBlank();
              assertThat(it.getValue().path("examples").valueStream()).as(it.getKey()).isNotEmpty();
              Schema schema = SCHEMAS.getSchema(it.getValue());
              it.getValue()
                  .path("examples")
                  .forEach(
                      example -> assertThat(schema.validate(example)).as(it.getKey()).isEmpty());
            });
  }
}
