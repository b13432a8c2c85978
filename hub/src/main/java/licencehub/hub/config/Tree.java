package licencehub.hub.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One place in a settings file. Reads what stands there, and notes a fault instead where it cannot
 * be read; so every fault comes out in one pass. What is missing is left to the schema.
 *
 * @param at this place, as keys from the top: {@code sources[0].connector}
 */
record Tree(JsonNode node, String at, FaultList faults) {

  static Tree of(YamlFile file) {
    return new Tree(file.tree(), "", file.faults());
  }

  Tree get(String key) {
    return new Tree(node.path(key), at.isEmpty() ? key : at + "." + key, faults);
  }

  boolean isPresent() {
    return !node.isMissingNode() && !node.isNull();
  }

  List<Tree> items() {
    return java.util.stream.IntStream.range(0, node.isArray() ? node.size() : 0)
        .mapToObj(it -> new Tree(node.path(it), at + "[" + it + "]", faults))
        .toList();
  }

  /** The members of an object, as name and place. */
  List<String> names() {
    return node.isObject()
        ? StreamSupport.stream(node.propertyNames().spliterator(), false).toList()
        : List.of();
  }

  /** The text here; empty where there is none. */
  String text() {
    return node.isString() ? node.asString() : "";
  }

  String text(String otherwise) {
    return node.isString() ? node.asString() : otherwise;
  }

  int number(int otherwise) {
    return node.isInt() ? node.asInt() : otherwise;
  }

  long longNumber(long otherwise) {
    return node.canConvertToLong() && node.isIntegralNumber() ? node.asLong() : otherwise;
  }

  @Nullable Integer numberOrNull() {
    return node.isInt() ? Integer.valueOf(node.asInt()) : null;
  }

  boolean flag(boolean otherwise) {
    return node.isBoolean() ? node.asBoolean() : otherwise;
  }

  ObjectNode object() {
    return node instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
  }

  /** A length of time as ISO 8601 writes it, for example PT30S. */
  Duration duration(Duration otherwise) {
    if (!node.isString()) {
      return otherwise;
    }
    try {
      return Duration.parse(text());
    } catch (DateTimeParseException e) {
      wrong(
          Text.of("时长写法不对", "this is not a length of time"),
          Text.of("例如 PT30S（30秒）、PT5M（5分钟）", "for example PT30S or PT5M"));
      return otherwise;
    }
  }

  /** What the text stands for, by a type that refuses what is malformed; null where it is not. */
  <T> @Nullable T value(Function<String, T> type) {
    if (!node.isString()) {
      return null;
    }
    try {
      return type.apply(text());
    } catch (MalformedValue e) {
      faults.add(at, text(), e);
      return null;
    }
  }

  void wrong(Text message, Text remedy) {
    faults.add(at, node, message, remedy);
  }
}
