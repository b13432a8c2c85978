package licencehub.schemas;

import com.networknt.schema.Error;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import licencehub.model.Text;
import tools.jackson.databind.JsonNode;

/**
 * Says in Chinese and in English what is wrong with one value: what it is called, what it holds
 * (unless personal) and the rule it breaks.
 */
final class Wording {
  private static final int SHOWN = 80;
  private static final int MOST_CHOICES = 20;
  private static final Map<String, String> TYPES =
      Map.of(
          "string", "文本", "integer", "整数", "number", "数字", "object", "对象", "array", "数组", "boolean",
          "布尔值", "null", "空值");

  private final Error error;
  private final SchemaView view;
  private final Text name;

  /**
   * @param key the key or position of the value in what holds it
   */
  Wording(Error error, SchemaView view, String key) {
    this.error = error;
    this.view = view;
    this.name = view.title(key.isEmpty() ? "document" : key);
  }

  /** What is wrong with the value itself. */
  Text what() {
    return Formats.said(error).map(this::discreet).orElseGet(this::ofKeyword);
  }

  /** What is wrong with the presence or absence of a key. */
  static Text ofKey(Error error, SchemaView holder, String key) {
    if (error.getKeyword().equals("additionalProperties")) {
      String shown = cut(key);
      Optional<String> meant = Nearest.of(key, holder.keys());
      String known = String.join(", ", holder.keys());
      return Text.of(
          "不认识“"
              + shown
              + "”；"
              + meant.map(it -> "是否应为“" + it + "”？").orElse("此处可用：" + known + "。"),
          "Unknown key \""
              + shown
              + "\"; "
              + meant
                  .map(it -> "did you mean \"" + it + "\"?")
                  .orElse("known here: " + known + "."));
    }
    Text title = holder.child(key).title(key);
    return Text.of(
        "缺少“" + key + "”（" + title.zh() + "）。", "\"" + key + "\" (" + title.en() + ") is missing.");
  }

  private Text ofKeyword() {
    String limit = String.valueOf(error.getSchemaNode());
    return switch (error.getKeyword()) {
      case "type" -> type(limit);
      case "enum", "const" -> choice();
      case "pattern" -> rule("的格式不符", "does not have the required form");
      case "minLength" ->
          rule("应至少有" + limit + "个字符", "must have at least " + limit + " characters");
      case "maxLength" ->
          rule("应至多有" + limit + "个字符", "must have at most " + limit + " characters");
      case "minItems", "minProperties" -> rule("应至少有" + limit + "项", "must have at least " + limit);
      case "maxItems", "maxProperties" -> rule("应至多有" + limit + "项", "must have at most " + limit);
      case "minimum" -> rule("应不小于" + limit, "must not be less than " + limit);
      case "maximum" -> rule("应不大于" + limit, "must not be more than " + limit);
      case "exclusiveMinimum" -> rule("应大于" + limit, "must be more than " + limit);
      case "uniqueItems" -> rule("有重复项", "holds the same thing twice");
      case "oneOf" -> rule("应恰好符合一种写法", "must take exactly one of its forms");
      default -> rule("不符合规则 " + error.getKeyword(), "breaks the rule " + error.getKeyword());
    };
  }

  private Text type(String wanted) {
    String plain = wanted.replaceAll("[\\[\\]\"]", "").replace(",", " / ");
    String found = error.getInstanceNode().getNodeType().name().toLowerCase(Locale.ROOT);
    boolean unquoted = wanted.contains("string") && error.getInstanceNode().isNumber();
    return rule(
        "应为" + inChinese(plain) + "，收到的是" + inChinese(found) + (unquoted ? "；请加引号" : ""),
        "must be " + plain + ", not " + found + (unquoted ? "; put it in quotes" : ""));
  }

  private static String inChinese(String types) {
    String said = types;
    for (Map.Entry<String, String> each : TYPES.entrySet()) {
      said = said.replace(each.getKey(), each.getValue());
    }
    return said;
  }

  private Text choice() {
    List<Text> choices = view.choices();
    if (choices.isEmpty()) {
      String wanted = view.schema().path("const").asString(String.valueOf(error.getSchemaNode()));
      return rule("应为 " + wanted, "must be " + wanted);
    }
    return rule(
        "不在代码表中，可用：" + join(choices.stream().map(Text::zh).toList()),
        "is not in the code list: " + join(choices.stream().map(Text::en).toList()));
  }

  private Text rule(String zh, String en) {
    JsonNode node = error.getInstanceNode();
    boolean shown = !view.hidden() && node.isValueNode();
    String value = shown ? cut(node.asString("")) : "";
    return Text.of(
        name.zh() + (shown ? "“" + value + "”" : "") + zh + "。",
        name.en() + (shown ? " \"" + value + "\" " : " ") + en + ".");
  }

  private Text discreet(Text said) {
    return view.hidden() ? rule("的格式或校验位不符", "is malformed or has a wrong check character") : said;
  }

  private static String join(List<String> choices) {
    return choices.stream().limit(MOST_CHOICES).collect(Collectors.joining("; "))
        + (choices.size() > MOST_CHOICES ? "; …" : "");
  }

  private static String cut(String value) {
    return value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
  }
}
