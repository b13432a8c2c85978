package licencehub.connectors.httppull;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import licencehub.connectors.RawRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * One page taken apart. An item that is an object keeps its exact bytes, for a signature may cover
 * them; an item that is a string (JWS, base64) is the bytes the string stands for.
 *
 * @param next what comes after this page, empty on the last
 */
record Page(List<byte[]> items, Optional<String> next) {
  private static final int DEEPEST = 64;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  Page {
    items = List.copyOf(items);
  }

  /**
   * @throws IOException when the body is not JSON in UTF-8 or has no array where the items should
   *     be
   */
  static Page read(byte[] body, JsonPointer items, @Nullable JsonPointer next) throws IOException {
    try {
      return new Page(items(body, items), next == null ? Optional.empty() : text(body, next));
    } catch (JacksonException e) {
      throw new IOException(
          "页面不是有效的 JSON the page is not sound JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** One item as a piece; only its place in the page tells it from others. */
  RawRecord piece(URI url, int index) {
    return new RawRecord(items.get(index), "application/json", url.getPath() + "#" + (index + 1));
  }

  /** The names at the top of a body, where settings can start to look; empty for an array. */
  static List<String> names(byte[] body) throws IOException {
    List<String> names = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body)) {
      boolean object = parser.nextToken() == JsonToken.START_OBJECT;
      while (object && parser.nextToken() == JsonToken.PROPERTY_NAME) {
        names.add("/" + parser.currentName());
        parser.nextToken();
        parser.skipChildren();
      }
      return names;
    } catch (JacksonException e) {
      throw new IOException("页面不是有效的 JSON the page is not sound JSON", e);
    }
  }

  private static List<byte[]> items(byte[] body, JsonPointer where) throws IOException {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body)) {
      if (!seek(parser, where) || parser.currentToken() != JsonToken.START_ARRAY) {
        throw new IOException(
            "页面在 " + where + " 处没有数组，请核对 items 设置 no array there, see the setting items");
      }
      List<byte[]> found = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        found.add(item(parser, body));
      }
      return found;
    }
  }

  private static byte[] item(JsonParser parser, byte[] body) throws IOException {
    if (!parser.currentToken().isStructStart()) {
      return parser.getString().getBytes(UTF_8);
    }
    long from = parser.currentTokenLocation().getByteOffset();
    parser.skipChildren();
    long to = parser.currentLocation().getByteOffset();
    if (from < 0 || to > body.length) {
      throw new IOException("页面必须使用 UTF-8 the page must be in UTF-8");
    }
    return Arrays.copyOfRange(body, (int) from, (int) to);
  }

  private static Optional<String> text(byte[] body, JsonPointer where) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body)) {
      if (!seek(parser, where) || !parser.currentToken().isScalarValue()) {
        return Optional.empty();
      }
      return parser.currentToken() == JsonToken.VALUE_NULL
          ? Optional.empty()
          : Optional.of(parser.getString()).filter(it -> !it.isBlank());
    }
  }

  /** Goes to the first value at {@code where}. */
  private static boolean seek(JsonParser parser, JsonPointer where) {
    JsonPointer left = where;
    if (parser.nextToken() == null) {
      return false;
    }
    while (!left.matches()) {
      boolean found =
          switch (parser.currentToken()) {
            case START_OBJECT -> property(parser, left.getMatchingProperty());
            case START_ARRAY -> element(parser, left.getMatchingIndex());
            default -> false;
          };
      if (!found) {
        return false;
      }
      left = left.tail();
    }
    return true;
  }

  private static boolean property(JsonParser parser, String name) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean found = parser.currentName().equals(name);
      parser.nextToken();
      if (found) {
        return true;
      }
      parser.skipChildren();
    }
    return false;
  }

  private static boolean element(JsonParser parser, int index) {
    for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
      if (i == index) {
        return true;
      }
      parser.skipChildren();
    }
    return false;
  }
}
