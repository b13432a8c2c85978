package licencehub.schemas;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Checks configuration against a JSON Schema: settings are taken whole or refused whole. */
public final class ConfigSchemas {
  private static final Pattern POSITION = Pattern.compile("[0-9]+");
  private static final String MASK = "******";
  private static final int SHOWN = 80;

  /** Compiled once: there are as many as kinds of files and connectors. */
  private static final Map<String, Judge> JUDGES = new ConcurrentHashMap<>();

  private ConfigSchemas() {}

  /**
   * Everything about {@code settings} that the schema does not allow, at once; empty when all is
   * right.
   *
   * @param schema JSON Schema 2020-12 as text, complete in itself
   * @param settings the parsed YAML
   * @throws IllegalArgumentException when the schema itself is no schema
   */
  public static List<SettingFault> check(String schema, JsonNode settings) {
    return JUDGES.computeIfAbsent(schema, ConfigSchemas::judge).violations(settings).stream()
        .map(ConfigSchemas::fault)
        .distinct()
        .toList();
  }

  private static Judge judge(String schema) {
    return new Judge(
        schema,
        id -> {
          throw new IllegalArgumentException("a settings schema refers to " + id);
        });
  }

  private static SettingFault fault(Violation violation) {
    List<String> place = violation.place();
    String last = place.isEmpty() ? "" : place.getLast();
    String remedy = violation.example().map(it -> last + ": " + it).orElse("");
    return new SettingFault(dotted(place), shown(last, violation), violation.what(), remedy);
  }

  private static String shown(String key, Violation violation) {
    JsonNode value = violation.value();
    if (value == null) {
      return "";
    }
    if (SchemaView.isSecret(key)) {
      return MASK;
    }
    String text = value.isValueNode() ? value.asString("null") : value.getNodeType().name();
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }

  private static String dotted(List<String> place) {
    StringBuilder key = new StringBuilder();
    for (String each : place) {
      if (POSITION.matcher(each).matches()) {
        key.append('[').append(each).append(']');
      } else {
        key.append(key.isEmpty() ? "" : ".").append(each);
      }
    }
    return key.toString();
  }
}
