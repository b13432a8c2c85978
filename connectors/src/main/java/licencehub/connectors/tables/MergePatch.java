package licencehub.connectors.tables;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lays a department's overrides over a mapping, as RFC 7396 does: objects merge, null removes,
 * anything else replaces. Two things are shorter to say than there: a key with {@code +} behind it
 * appends to a list, and a field given as text alone changes its column and keeps the rest.
 */
final class MergePatch {
  private static final String FIELDS = "fields";

  private MergePatch() {}

  /** Changes {@code base}. */
  static void apply(ObjectNode base, ObjectNode patch) {
    apply(base, patch, false);
  }

  private static void apply(ObjectNode base, ObjectNode patch, boolean fields) {
    for (Map.Entry<String, JsonNode> change : patch.properties()) {
      String key = change.getKey();
      JsonNode value = change.getValue();
      if (value.isNull()) {
        base.remove(key);
      } else if (key.endsWith("+") && value.isArray()) {
        append(base, key.substring(0, key.length() - 1), (ArrayNode) value);
      } else if (fields && value.isString() && base.path(key).isObject()) {
        base.withObject("/" + pointer(key)).set("column", value);
      } else if (value instanceof ObjectNode object) {
        if (!base.path(key).isObject()) {
          ObjectNode whole = base.objectNode();
          if (fields && base.path(key).isString()) {
            whole.set("column", base.path(key));
          }
          base.set(key, whole);
        }
        apply((ObjectNode) base.path(key), object, key.equals(FIELDS));
      } else {
        base.set(key, value);
      }
    }
  }

  private static void append(ObjectNode base, String key, ArrayNode more) {
    ArrayNode list = base.objectNode().arrayNode();
    if (base.path(key) instanceof ArrayNode standing) {
      list.addAll(standing);
    }
    list.addAll(more);
    base.set(key, list);
  }

  private static String pointer(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }
}
