package licencehub.connectors.nativeform;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** What bytes look like from outside; nothing in them is believed. */
enum NativeShape {
  ENVELOPE,
  BARE_EVENT,
  NEITHER;

  private static final int DEEPEST = 64;
  private static final int DER_SEQUENCE = 0x30;
  private static final int DER_INDEFINITE = 0x80;
  private static final Set<String> DSSE = Set.of("payload", "payloadType", "signatures");
  private static final Set<String> EVENT = Set.of("specversion", "id", "source", "type");
  // Each character belongs to one alternative only: no pattern here can backtrack.
  private static final Pattern JWS = Pattern.compile("eyJ[\\w-]*+\\.[\\w-]++\\.[\\w-]++\\s*+");
  private static final Pattern BASE64_DER = Pattern.compile("M[A-Za-z0-9+/\\s]++=?=?\\s*+");
  private static final Pattern PEM =
      Pattern.compile(
          "-----BEGIN (CMS|PKCS7|PKCS #7 SIGNED DATA)-----[A-Za-z0-9+/=\\s]++-----END [^-]++-----\\s*+");
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(Lines.LONGEST)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  static NativeShape of(byte[] bytes) {
    int start = start(bytes);
    if (start == bytes.length) {
      return NEITHER;
    }
    if (bytes[start] == '{') {
      return json(bytes);
    }
    if (bytes[0] == DER_SEQUENCE) {
      return isDer(bytes) ? ENVELOPE : NEITHER;
    }
    String text = new String(bytes, start, bytes.length - start, ISO_8859_1);
    boolean known =
        JWS.matcher(text).matches()
            || BASE64_DER.matcher(text).matches()
            || PEM.matcher(text).matches();
    return known ? ENVELOPE : NEITHER;
  }

  private static int start(byte[] bytes) {
    int start = 0;
    while (start < bytes.length && " \t\r\n".indexOf(bytes[start]) >= 0) {
      start++;
    }
    return start;
  }

  /** Whether the outer length fits: short, long or indefinite form (X.690 section 8.1.3). */
  private static boolean isDer(byte[] bytes) {
    if (bytes.length < 2) {
      return false;
    }
    int first = bytes[1] & 0xff;
    if (first <= DER_INDEFINITE) {
      return first == DER_INDEFINITE || bytes.length == 2 + first;
    }
    int octets = first - DER_INDEFINITE;
    if (octets > 4 || bytes.length < 2 + octets) {
      return false;
    }
    long length = 0;
    for (int i = 0; i < octets; i++) {
      length = (length << 8) | (bytes[2 + i] & 0xff);
    }
    return bytes.length == 2 + octets + length;
  }

  private static NativeShape json(byte[] bytes) {
    Set<String> names = new HashSet<>();
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        names.add(parser.currentName());
        parser.nextToken();
        parser.skipChildren();
      }
      if (parser.nextToken() != null) {
        return NEITHER;
      }
    } catch (JacksonException e) {
      return NEITHER;
    }
    if (names.containsAll(DSSE)) {
      return ENVELOPE;
    }
    return names.containsAll(EVENT) ? BARE_EVENT : NEITHER;
  }
}
