package licencehub.schemas;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Rewrites schemas into equivalent ones that are quicker to judge by or easier to look up in. */
final class SchemaTree {
  private static final JsonMapper JSON = new JsonMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Keywords that say something to people and nothing about the value. */
  private static final Set<String> NOTES =
      Set.of("title", "description", "examples", "x-personal", "$comment");

  /** Keywords whose value maps names of any kind to schemas. */
  private static final Set<String> MAPS = Set.of("properties", "patternProperties", "$defs");

  private SchemaTree() {}

  static JsonNode parse(String schema) {
    try {
      return JSON.readTree(schema);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("a schema is not JSON", e);
    }
  }

  /**
   * Puts every referenced definition in the place of its reference; what stands beside the
   * reference goes over it. A definition that contains itself keeps its inner reference.
   *
   * @param others the text of another schema by its {@code $id}
   */
  static JsonNode inlined(JsonNode schema, UnaryOperator<String> others) {
    return inlined(schema, schema, others, Set.of());
  }

  private static JsonNode inlined(
      JsonNode node, JsonNode document, UnaryOperator<String> others, Set<String> open) {
    if (node instanceof ArrayNode array) {
      ArrayNode copy = NODES.arrayNode();
      array.forEach(it -> copy.add(inlined(it, document, others, open)));
      return copy;
    }
    if (!node.isObject()) {
      return node;
    }
    String ref = node.path("$ref").asString("");
    if (open.contains(ref)) {
      return node;
    }
    ObjectNode copy = NODES.objectNode();
    if (!ref.isEmpty()) {
      Set<String> inside = new HashSet<>(open);
      inside.add(ref);
      String id = ref.substring(0, ref.indexOf('#'));
      JsonNode home = id.isEmpty() ? document : parse(others.apply(id));
      JsonNode target = home.at(ref.substring(ref.indexOf('#') + 1));
      copy.setAll((ObjectNode) inlined(target, home, others, inside));
    }
    for (Map.Entry<String, JsonNode> it : node.properties()) {
      if (!it.getKey().equals("$ref")) {
        copy.set(it.getKey(), inlined(it.getValue(), document, others, open));
      }
    }
    return copy;
  }

  /**
   * Leaves out what a validator would do twice or for nothing: notes, the pattern beside a format
   * (the format's checker reads the same form), and alternatives of constants, which become an
   * enum.
   */
  static JsonNode lean(JsonNode node) {
    if (node instanceof ArrayNode array) {
      ArrayNode copy = NODES.arrayNode();
      array.forEach(it -> copy.add(lean(it)));
      return copy;
    }
    if (!node.isObject()) {
      return node;
    }
    ObjectNode copy = NODES.objectNode();
    for (Map.Entry<String, JsonNode> it : node.properties()) {
      String keyword = it.getKey();
      if (MAPS.contains(keyword)) {
        ObjectNode map = copy.putObject(keyword);
        it.getValue().properties().forEach(each -> map.set(each.getKey(), lean(each.getValue())));
      } else if (keyword.equals("oneOf") && isCodeList(it.getValue())) {
        ArrayNode values = copy.putArray("enum");
        it.getValue().forEach(each -> values.add(each.path("const")));
      } else if (!NOTES.contains(keyword) && !(keyword.equals("pattern") && node.has("format"))) {
        copy.set(keyword, lean(it.getValue()));
      }
    }
    return copy;
  }

  /** Whether alternatives are constants with titles, as the contracts write code lists. */
  static boolean isCodeList(JsonNode alternatives) {
    for (JsonNode each : alternatives) {
      if (!each.has("const")) {
        return false;
      }
    }
    return !alternatives.isEmpty();
  }
}
