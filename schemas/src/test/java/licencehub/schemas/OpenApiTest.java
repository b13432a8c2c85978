package licencehub.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.Dialects;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class OpenApiTest {
  private static final JsonNode API = new YAMLMapper().readTree(Contracts.openApi());
  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

  /** Words whose values may be personal and must stay out of addresses. */
  private static final Set<String> PERSONAL =
      Set.of("holder", "holderCode", "name", "phone", "applicant", "password", "queryPassword");

  @Test
  void it_is_openapi_3_1() {
    assertThat(API.path("openapi").asString()).startsWith("3.1.");
  }

  @Test
  void every_reference_leads_somewhere() {
    List<String> lost = new ArrayList<>();
    every(
        API,
        node -> {
          String reference = node.path("$ref").asString("");
          if (reference.startsWith("#/") && API.at(reference.substring(1)).isMissingNode()) {
            lost.add(reference);
          }
        });
    assertThat(lost).isEmpty();
  }

  @Test
  void every_operation_has_a_name_of_its_own_its_roles_and_the_one_form_of_problem() {
    List<String> names = new ArrayList<>();
    for (JsonNode operation : operations()) {
      names.add(operation.path("operationId").asString("?"));
      assertThat(operation.path("x-roles").size()).as(names.getLast()).isPositive();
      assertThat(operation.path("summary").asString("")).containsPattern("\\p{IsHan}.*[a-z]{3}");
      assertThat(operation.path("responses").propertyNames()).anyMatch(it -> it.startsWith("2"));
    }
    assertThat(names).doesNotContain("?").doesNotHaveDuplicates();
  }

  @Test
  void nothing_personal_stands_in_an_address() {
    List<String> inAddress = new ArrayList<>();
    every(
        API,
        node -> {
          String in = node.path("in").asString("");
          if (in.equals("query") || in.equals("path")) {
            inAddress.add(node.path("name").asString(""));
          }
        });
    assertThat(inAddress).isNotEmpty().doesNotContainAnyElementsOf(PERSONAL);
  }

  @Test
  void every_component_is_a_schema_and_its_examples_meet_it() {
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, it -> it.schemas(id -> local(id)));
    Schema meta = registry.getSchema(SchemaLocation.of(Dialects.getDraft202012().getId()));
    for (var component : API.at("/components/schemas").properties()) {
      assertThat(meta.validate(component.getValue())).as(component.getKey()).isEmpty();
      ObjectNode root = Samples.JSON.createObjectNode();
      root.put("$ref", "#/components/schemas/" + component.getKey());
      root.set("components", API.path("components"));
      Schema schema = registry.getSchema(root);
      for (JsonNode example : component.getValue().path("examples")) {
        assertThat(schema.validate(example)).as(component.getKey()).isEmpty();
      }
    }
  }

  private static @org.jspecify.annotations.Nullable String local(String id) {
    return id.startsWith(Contracts.BASE)
        ? Contracts.find(id.substring(Contracts.BASE.length())).orElse(null)
        : null;
  }

  private static List<JsonNode> operations() {
    List<JsonNode> operations = new ArrayList<>();
    for (JsonNode path : API.path("paths")) {
      path.forEachEntry(
          (method, operation) -> {
            if (METHODS.contains(method)) {
              operations.add(operation);
            }
          });
    }
    return operations;
  }

  private static void every(JsonNode node, Consumer<JsonNode> visitor) {
    visitor.accept(node);
    node.forEach(it -> every(it, visitor));
  }
}
