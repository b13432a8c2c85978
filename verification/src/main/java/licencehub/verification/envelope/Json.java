package licencehub.verification.envelope;

import java.util.Base64;
import java.util.Optional;
import licencehub.model.Digest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** The little JSON that envelopes need: bounded, without duplicate names. */
final class Json {
  private static final int NAME = 256;
  private static final int DIGEST_HEX = 64;
  private final JsonFactory factory;

  Json(Bounds bounds) {
    this.factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(bounds.depth())
                    .maxDocumentLength(bounds.bytes())
                    .maxStringLength(bounds.bytes())
                    .maxNameLength(NAME)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
  }

  JsonParser parser(byte[] json) {
    return factory.createParser(ObjectReadContext.empty(), json);
  }

  /** The string the parser stands on. */
  static String string(JsonParser json) throws Refused {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      throw Refused.unreadable(
          "“" + json.currentName() + "”须为字符串", '"' + json.currentName() + "\" must be a string");
    }
    return json.getString();
  }

  static void expect(JsonParser json, @Nullable JsonToken token) throws Refused {
    if (json.nextToken() != token) {
      throw Refused.unreadable("JSON结构不符", "the JSON has another structure than the standard's");
    }
  }

  /** Where reading stopped; the parser's own words may quote the content, which may be personal. */
  static long place(JacksonException stopped) {
    return stopped.getLocation() == null ? 0 : Math.max(0, stopped.getLocation().getByteOffset());
  }

  /** Base64 in either alphabet, padded or not. */
  static byte[] base64(String what, String text) throws Refused {
    try {
      boolean url = text.indexOf('-') >= 0 || text.indexOf('_') >= 0;
      return (url ? Base64.getUrlDecoder() : Base64.getDecoder()).decode(text);
    } catch (IllegalArgumentException e) {
      throw Refused.unreadable("“" + what + "”不是base64", '"' + what + "\" is not base64");
    }
  }

  /** A SHA-256 in hexadecimal digits; any other key name says nothing to the hub. */
  static Optional<Digest> digest(String hex) {
    boolean fits =
        hex.length() == DIGEST_HEX && hex.chars().allMatch(it -> Character.digit(it, 16) >= 0);
    return fits && hex.chars().allMatch(it -> it < 128)
        ? Optional.of(Digest.parse(hex))
        : Optional.empty();
  }
}
