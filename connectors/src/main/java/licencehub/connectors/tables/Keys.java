package licencehub.connectors.tables;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One object of a mapping document, read key by key; a key nobody asked for is a fault. */
final class Keys {
  private final String place;
  private final JsonNode node;
  private final Set<String> asked = new HashSet<>();

  /**
   * @param place where it stands, for people: {@code mapping.tables.EX_GDBS_SB}
   */
  Keys(String place, JsonNode node) {
    if (!node.isObject()) {
      throw refuse(place, node, Text.of("应为对象", "must be an object"), "{}");
    }
    this.place = place;
    this.node = node;
  }

  String place() {
    return place;
  }

  String place(String key) {
    return place + "." + key;
  }

  @Nullable JsonNode find(String key) {
    asked.add(key);
    return node.get(key);
  }

  @Nullable String findText(String key) {
    JsonNode value = find(key);
    return value == null ? null : text(place(key), value);
  }

  String text(String key) {
    String value = findText(key);
    if (value == null) {
      throw refuse(place, node, Text.of("缺少键 " + key, "lacks key " + key), key + ": …");
    }
    return value;
  }

  boolean flag(String key) {
    JsonNode value = find(key);
    if (value != null && !value.isBoolean()) {
      throw refuse(place(key), value, Text.of("应为 true 或 false", "must be true or false"), "true");
    }
    return value != null && value.booleanValue();
  }

  List<String> texts(String key) {
    JsonNode value = find(key);
    return value == null ? List.of() : texts(place(key), value);
  }

  /** The texts under a key that must be there and have one at the least. */
  List<String> some(String key) {
    List<String> texts = texts(key);
    if (texts.isEmpty()) {
      throw refuse(
          place,
          node,
          Text.of("键 " + key + " 至少应有一项", "needs one at the least under key " + key),
          key + ": [PROJID]");
    }
    return texts;
  }

  static List<String> texts(String place, JsonNode value) {
    if (!value.isArray()) {
      throw refuse(place, value, Text.of("应为列表", "must be a list"), "[\"0\", \"1\"]");
    }
    List<String> texts = new ArrayList<>();
    value.forEach(it -> texts.add(text(place, it)));
    return texts;
  }

  /** The members of the object under {@code key}, in order; empty where there is none. */
  Map<String, JsonNode> members(String key) {
    JsonNode value = find(key);
    Map<String, JsonNode> members = new LinkedHashMap<>();
    if (value != null) {
      new Keys(place(key), value).node.forEachEntry(members::put);
    }
    return members;
  }

  /** Refuses what nobody asked for. */
  void done() {
    for (String key : ((ObjectNode) node).propertyNames()) {
      if (!asked.contains(key)) {
        throw MalformedValue.of(
            Text.of("映射键", "mapping key"),
            place(key),
            Text.of("不认识，此处可用 " + asked, "is not known; here may stand " + asked),
            asked.stream().sorted().findFirst().orElse("-"));
      }
    }
  }

  static MalformedValue refuse(String place, JsonNode value, Text rule, String example) {
    return MalformedValue.of(
        Text.of("映射键 " + place + " 的值", "value of mapping key " + place),
        value.toString(),
        rule,
        example);
  }

  private static String text(String place, JsonNode value) {
    if (!value.isValueNode() || value.isNull()) {
      throw refuse(place, value, Text.of("应为文本", "must be text"), "\"01\"");
    }
    return value.asString();
  }
}
