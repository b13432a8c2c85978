package licencehub.hub.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Where two settings differ, in words. */
final class Differences {
  private Differences() {}

  /** Key, what stands and what is to, in the order of keys. */
  static List<String> of(JsonNode before, JsonNode after) {
    List<String> found = new ArrayList<>();
    differences("", before, after, found);
    return found;
  }

  private static void differences(String at, JsonNode before, JsonNode after, List<String> found) {
    if (before.isObject() && after.isObject()) {
      TreeSet<String> keys = new TreeSet<>(before.propertyNames());
      keys.addAll(after.propertyNames());
      for (String key : keys) {
        differences(at.isEmpty() ? key : at + "." + key, before.path(key), after.path(key), found);
      }
    } else if (!before.equals(after)) {
      found.add(at + ": " + shown(before) + " → " + shown(after));
    }
  }

  private static String shown(JsonNode node) {
    return node.isMissingNode() ? "-" : node.isString() ? node.asString() : node.toString();
  }
}
