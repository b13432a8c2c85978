package licencehub.schemas;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Looks for what JSON can escape but no text store can keep: null characters and halves of
 * surrogate pairs.
 */
final class WellFormed {
  private WellFormed() {}

  static boolean all(JsonNode node) {
    if (node.isString()) {
      return text(node.asString());
    }
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      if (!text(property.getKey()) || !all(property.getValue())) {
        return false;
      }
    }
    if (node.isArray()) {
      for (JsonNode item : node) {
        if (!all(item)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean text(String text) {
    return text.codePoints()
        .noneMatch(
            it -> it == 0 || (it >= Character.MIN_SURROGATE && it <= Character.MAX_SURROGATE));
  }
}
