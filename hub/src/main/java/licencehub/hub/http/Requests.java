package licencehub.hub.http;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.code.HolderCode;
import licencehub.model.code.HolderCodeType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads small JSON request bodies, strictly: what is not known is a fault. */
final class Requests {
  static final int LONGEST = 64 << 10;

  private Requests() {}

  /**
   * The body as an object.
   *
   * @throws MalformedValue when it is none, is larger than 64 KiB or has other keys than these
   */
  static ObjectNode object(Call call, Set<String> keys) throws IOException {
    return object(call, keys, LONGEST);
  }

  /** The same, of up to so many bytes. */
  static ObjectNode object(Call call, Set<String> keys, int longest) throws IOException {
    byte[] bytes = call.body().readNBytes(longest + 1);
    if (bytes.length > longest) {
      int most = longest >> 10;
      throw wrong(Text.of("至多" + most + "KiB", "must have " + most + " KiB at the most"));
    }
    try {
      if (Json.MAPPER.readTree(bytes) instanceof ObjectNode object) {
        known("", object, keys);
        return object;
      }
    } catch (JacksonException e) {
      throw wrong(Text.of("不是JSON", "is no JSON"));
    }
    throw wrong(Text.of("应为JSON对象", "must be a JSON object"));
  }

  /** Refuses keys nobody reads; the values are not named, for they may be personal. */
  static void known(String at, ObjectNode object, Set<String> keys) {
    for (String key : object.propertyNames()) {
      if (!keys.contains(key)) {
        throw MalformedValue.of(
            Text.of("请求中的键", "the key"),
            at + key,
            Text.of("不认识", "is not known here"),
            String.join(", ", new TreeSet<>(keys)));
      }
    }
  }

  /** A text, absent when the key is. */
  static Optional<String> text(ObjectNode object, String key) {
    JsonNode value = object.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isString()) {
      throw MalformedValue.hidden(
          Text.of("键 " + key, "key " + key),
          Text.of("应为字符串", "must be a string"),
          "\"" + key + "\": \"…\"");
    }
    return Optional.of(value.asString()).filter(it -> !it.isBlank());
  }

  /**
   * A code of a person or an organisation, of the keys {@code codeType} and {@code code}.
   *
   * @throws MalformedValue when one is missing or not what it should be
   */
  static HolderCode holderCode(ObjectNode holder) {
    return new HolderCode(
        HolderCodeType.parse(text(holder, "codeType").orElse("")), text(holder, "code").orElse(""));
  }

  /** Yes or no; no where the key is absent. */
  static boolean flag(ObjectNode object, String key) {
    JsonNode value = object.path(key);
    if (!value.isMissingNode() && !value.isBoolean()) {
      throw MalformedValue.hidden(
          Text.of("键 " + key, "key " + key),
          Text.of("应为 true 或 false", "must be true or false"),
          "\"" + key + "\": true");
    }
    return value.asBoolean(false);
  }

  /** A whole number from {@code least} to {@code most}. */
  static long number(ObjectNode object, String key, long usual, long least, long most) {
    JsonNode value = object.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return usual;
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw outside(key, usual, least, most);
    }
    long number = value.asLong();
    if (number < least || number > most) {
      throw outside(key, usual, least, most);
    }
    return number;
  }

  private static MalformedValue outside(String key, long usual, long least, long most) {
    return MalformedValue.hidden(
        Text.of("键 " + key, "key " + key),
        Text.of("应为" + least + "至" + most, "must be " + least + " to " + most),
        Long.toString(usual));
  }

  private static MalformedValue wrong(Text rule) {
    return MalformedValue.hidden(
        Text.of("请求内容", "the request body"), rule, "{\"number\": \"JY14403070001234\"}");
  }
}
