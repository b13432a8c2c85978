package licencehub.hub.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Shows what foreign bytes look like without what they say: every letter becomes {@code a} or
 * {@code A}, every digit {@code 9}, every Chinese character {@code 文}. A wrong date format or a
 * missing column is still plain to see; a name or a number is not.
 */
final class Structure {
  private static final int LONGEST = 64 << 10;
  private static final int LONGEST_VALUE = 200;
  private static final Set<String> SHOWN =
      Set.of(
          "specversion",
          "type",
          "source",
          "recordversion",
          "datacontenttype",
          "payloadType",
          "keyid",
          "codeType",
          "stage",
          "kind",
          "result");
  private static final Pattern TAME = Pattern.compile("[A-Za-z0-9._:/+\\-]{1,100}");
  private static final Pattern NUMBERLIKE = Pattern.compile("[0-9]{7}");
  private static final Pattern KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_.\\-]{0,63}");

  private Structure() {}

  /** The structure as JSON where the bytes are JSON or an envelope around it, as text otherwise. */
  static JsonNode of(byte[] bytes) {
    Optional<JsonNode> json = json(bytes).or(() -> json(payloadOfJws(bytes)));
    if (json.isPresent()) {
      return shaped(json.get());
    }
    String text = new String(bytes, 0, Math.min(bytes.length, LONGEST), StandardCharsets.UTF_8);
    return Json.MAPPER.getNodeFactory().stringNode(markup(text));
  }

  private static Optional<JsonNode> json(byte[] bytes) {
    if (bytes.length == 0 || bytes.length > LONGEST * 16) {
      return Optional.empty();
    }
    try {
      JsonNode tree = Json.MAPPER.readTree(bytes);
      return tree.isContainer() ? Optional.of(tree) : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static JsonNode shaped(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> {
        ObjectNode shaped = Json.MAPPER.createObjectNode();
        object.forEachEntry((key, value) -> shaped.set(key(key), value(key, value)));
        yield shaped;
      }
      case ArrayNode array -> {
        ArrayNode shaped = Json.MAPPER.createArrayNode();
        array.forEach(it -> shaped.add(shaped(it)));
        yield shaped;
      }
      default ->
          node.isNull() || node.isBoolean()
              ? node
              : Json.MAPPER.getNodeFactory().stringNode(shape(node.asString()));
    };
  }

  private static JsonNode value(String key, JsonNode value) {
    if (key.equals("payload") && value.isString()) {
      return json(decoded(value.asString())).map(Structure::shaped).orElseGet(() -> shaped(value));
    }
    boolean shown =
        SHOWN.contains(key)
            && value.isString()
            && TAME.matcher(value.asString()).matches()
            && (key.equals("keyid") || !NUMBERLIKE.matcher(value.asString()).find());
    return shown ? value : shaped(value);
  }

  /** A key is a word of a format; one that looks like content is treated as content. */
  private static String key(String key) {
    return KEY.matcher(key).matches() ? key : shape(key);
  }

  /** Markup keeps its element and attribute names; everything else is shaped. */
  private static String markup(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean tag = false;
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (tag && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c == '<' || c == '>') {
        tag = c == '<' && i + 1 < text.length() && isNameStart(text.charAt(i + 1));
      }
      out.append(tag && quote == 0 ? c : shape(c));
    }
    return out.toString();
  }

  private static boolean isNameStart(char c) {
    return c == '/' || c == '?' || c == '_' || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private static String shape(String value) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < Math.min(value.length(), LONGEST_VALUE); i++) {
      out.append(shape(value.charAt(i)));
    }
    return value.length() > LONGEST_VALUE ? out.append('…').toString() : out.toString();
  }

  private static char shape(char c) {
    if (Character.isIdeographic(c) || Character.isSurrogate(c)) {
      return '文';
    }
    if (Character.isDigit(c)) {
      return '9';
    }
    if (Character.isUpperCase(c)) {
      return 'A';
    }
    return Character.isLetter(c) ? 'a' : c;
  }

  private static byte[] payloadOfJws(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    String[] parts = text.strip().split("\\.", -1);
    return parts.length == 3 ? decoded(parts[1]) : new byte[0];
  }

  private static byte[] decoded(String base64) {
    try {
      boolean url = base64.indexOf('-') >= 0 || base64.indexOf('_') >= 0;
      return (url ? Base64.getUrlDecoder() : Base64.getDecoder()).decode(base64);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}
