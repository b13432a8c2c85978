package licencehub.connectors.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.code.RegionCode;
import licencehub.model.event.Organisation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads the rules for single values out of a mapping document. */
final class FieldRules {
  private final Map<String, Codes> codes = new LinkedHashMap<>();
  private final Map<String, JsonNode> context = new LinkedHashMap<>();

  /**
   * @param lists the document's code lists, by name
   */
  FieldRules(Map<String, JsonNode> lists, Organisation department, RegionCode region) {
    lists.forEach((name, list) -> codes.put(name, codes("mapping.codes." + name, list)));
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    ObjectNode organisation = nodes.objectNode();
    organisation.put("code", department.code().text()).put("name", department.name());
    context.put("department", organisation);
    context.put("department.code", nodes.stringNode(department.code().text()));
    context.put("department.name", nodes.stringNode(department.name()));
    context.put("region", nodes.stringNode(region.text()));
  }

  List<Field> fields(String place, Map<String, JsonNode> rules) {
    List<Field> fields = new ArrayList<>();
    rules.forEach((path, rule) -> fields.add(field(place + "." + path, path, rule, Form.TEXT)));
    return fields;
  }

  /**
   * A rule: the name of a column, or an object.
   *
   * @param usual the form of a rule that names none
   */
  Field field(String key, String path, JsonNode rule, Form usual) {
    Keys keys = new Keys(key, rule.isString() ? columnAlone(rule) : rule);
    String word = keys.findText("as");
    Form form = word == null ? usual : Form.parse(keys.place("as"), word);
    JsonNode list = keys.find("codes");
    JsonNode or = keys.find("or");
    Field field =
        new Field(
            key,
            path,
            keys.findText("column"),
            constant(keys),
            form,
            list == null ? null : codes(keys, list),
            matches(keys),
            patterns(keys),
            conditions(keys.place("when"), keys.members("when")),
            or == null ? null : field(keys.place("or"), path, or, form),
            keys.find("default"),
            keys.flag("required"));
    keys.done();
    if ((field.column() == null) == (field.constant() == null)) {
      throw Keys.refuse(
          key,
          rule,
          Text.of("应有 column、const、context 之一", "must have one of column, const and context"),
          "{column: PROJID}");
    }
    return field;
  }

  private static JsonNode columnAlone(JsonNode name) {
    return JsonNodeFactory.instance.objectNode().set("column", name);
  }

  private static List<String> patterns(Keys keys) {
    List<String> patterns = keys.texts("patterns");
    patterns.forEach(it -> checkPattern(keys.place("patterns"), it));
    return patterns;
  }

  List<Condition> conditions(String place, Map<String, JsonNode> rules) {
    List<Condition> conditions = new ArrayList<>();
    rules.forEach((column, rule) -> conditions.add(condition(place + "." + column, column, rule)));
    return conditions;
  }

  static void checkPattern(String place, String pattern) {
    try {
      Times.formatter(pattern);
    } catch (IllegalArgumentException notAPattern) {
      throw MalformedValue.of(
          Text.of("映射键 " + place + " 的日期格式", "date pattern of mapping key " + place),
          pattern,
          Text.of("无效", "is not valid"),
          "uuuu-M-d H:mm:ss");
    }
  }

  private static Condition condition(String place, String column, JsonNode rule) {
    if (rule.isArray()) {
      return new Condition.In(column, Set.copyOf(Keys.texts(place, rule)));
    }
    if (rule.isString() && rule.stringValue().equals("present")) {
      return new Condition.Not(column, Set.of());
    }
    Keys keys = new Keys(place, rule);
    String other = keys.findText("differs-from");
    Condition condition =
        other == null
            ? new Condition.Not(column, Set.copyOf(keys.texts("not")))
            : new Condition.Differs(column, other);
    keys.done();
    return condition;
  }

  private @Nullable JsonNode constant(Keys keys) {
    JsonNode constant = keys.find("const");
    String name = keys.findText("context");
    if (name == null) {
      return constant;
    }
    JsonNode value = context.get(name);
    if (value == null) {
      throw MalformedValue.of(
          Text.of("映射键", "mapping key"),
          keys.place("context") + ": " + name,
          Text.of("应为 " + context.keySet() + " 之一", "must be one of " + context.keySet()),
          "department");
    }
    return value;
  }

  private static @Nullable Pattern matches(Keys keys) {
    String pattern = keys.findText("matches");
    try {
      return pattern == null ? null : Pattern.compile(pattern);
    } catch (PatternSyntaxException notAPattern) {
      throw MalformedValue.of(
          Text.of("映射键 " + keys.place("matches"), "mapping key " + keys.place("matches")),
          String.valueOf(pattern),
          Text.of("不是正则表达式", "is not a regular expression"),
          "[0-9]{6}");
    }
  }

  private Codes codes(Keys keys, JsonNode list) {
    if (!list.isString()) {
      return codes(keys.place("codes"), list);
    }
    Codes named = codes.get(list.stringValue());
    if (named == null) {
      throw Keys.refuse(
          keys.place("codes"),
          list,
          Text.of("不是 mapping.codes 中的代码表", "is not a code list of mapping.codes"),
          String.join(", ", codes.keySet()));
    }
    return named;
  }

  private static Codes codes(String place, JsonNode list) {
    Map<String, String> meanings = new LinkedHashMap<>();
    Keys keys = new Keys(place, list);
    for (String code : ((ObjectNode) list).propertyNames()) {
      meanings.put(code, keys.text(code));
    }
    return new Codes(place, meanings);
  }
}
