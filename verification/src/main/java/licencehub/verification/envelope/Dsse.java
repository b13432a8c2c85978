package licencehub.verification.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import licencehub.model.Digest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * DSSE v1 (secure-systems-lab, Dead Simple Signing Envelope). {@code keyid} is the SHA-256 of the
 * signer's certificate in hexadecimal digits; fields the standard does not know are passed over.
 */
public final class Dsse {
  /** The only payload the hub takes. */
  public static final String PAYLOAD_TYPE = "application/cloudevents+json";

  private final Bounds bounds;
  private final Json json;

  public Dsse(Bounds bounds) {
    this.bounds = bounds;
    this.json = new Json(bounds);
  }

  /**
   * One signature to write.
   *
   * @param algorithm its name, or empty where the key says it
   */
  public record Signature(Digest keyId, String algorithm, byte[] signature) {}

  public Content read(byte[] bytes) throws Refused {
    try (JsonParser parser = json.parser(bytes)) {
      Fields fields = new Fields();
      Json.expect(parser, JsonToken.START_OBJECT);
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        field(parser, name, fields);
      }
      Json.expect(parser, null);
      return content(fields);
    } catch (JacksonException e) {
      throw Refused.unreadable(
          "第" + Json.place(e) + "字节处不是完好的JSON，或超过限制",
          "not sound JSON, or beyond the bounds, at byte " + Json.place(e));
    }
  }

  /** The bytes a DSSE signature covers (pre-authentication encoding). */
  public static byte[] signed(byte[] payload) {
    byte[] type = PAYLOAD_TYPE.getBytes(UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(payload.length + 64);
    out.writeBytes(("DSSEv1 " + type.length + ' ').getBytes(UTF_8));
    out.writeBytes(type);
    out.writeBytes((" " + payload.length + ' ').getBytes(UTF_8));
    out.writeBytes(payload);
    return out.toByteArray();
  }

  public static byte[] write(byte[] payload, List<Signature> signatures) {
    Base64.Encoder base64 = Base64.getEncoder();
    StringBuilder out = new StringBuilder("{\"payloadType\":\"").append(PAYLOAD_TYPE);
    out.append("\",\"payload\":\"").append(base64.encodeToString(payload));
    out.append("\",\"signatures\":[");
    String comma = "";
    for (Signature it : signatures) {
      out.append(comma).append("{\"keyid\":\"").append(it.keyId()).append("\",\"sig\":\"");
      out.append(base64.encodeToString(it.signature())).append('"');
      out.append(it.algorithm().isEmpty() ? "" : ",\"alg\":\"" + it.algorithm() + '"').append('}');
      comma = ",";
    }
    return out.append("]}").toString().getBytes(UTF_8);
  }

  private void field(JsonParser parser, String name, Fields fields) throws Refused {
    JsonToken value = parser.nextToken();
    switch (name) {
      case "payloadType" -> fields.type = Json.string(parser);
      case "payload" -> fields.payload = Json.base64(name, Json.string(parser));
      case "signatures" -> {
        if (value != JsonToken.START_ARRAY) {
          throw Refused.unreadable("“signatures”须为数组", "\"signatures\" must be an array");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          fields.signatures.add(one(parser));
          if (fields.signatures.size() > bounds.signatures()) {
            throw Refused.tooMany(
                "签名", "signatures", fields.signatures.size(), bounds.signatures());
          }
        }
      }
      default -> parser.skipChildren();
    }
  }

  private static One one(JsonParser parser) throws Refused {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw Refused.unreadable("每个签名须为对象", "each signature must be an object");
    }
    String keyId = "";
    String algorithm = "";
    byte[] signature = null;
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      parser.nextToken();
      switch (name) {
        case "keyid" -> keyId = Json.string(parser);
        case "alg" -> algorithm = Json.string(parser);
        case "sig" -> signature = Json.base64(name, Json.string(parser));
        default -> parser.skipChildren();
      }
    }
    if (signature == null) {
      throw Refused.unreadable("签名缺少“sig”", "a signature lacks \"sig\"");
    }
    return new One(keyId, algorithm, signature);
  }

  private static Content content(Fields fields) throws Refused {
    byte[] payload = fields.payload;
    if (payload == null || !PAYLOAD_TYPE.equals(fields.type)) {
      throw Refused.unreadable(
          "信封须有“payload”，且“payloadType”为" + PAYLOAD_TYPE,
          "the envelope needs a \"payload\" and the \"payloadType\" " + PAYLOAD_TYPE);
    }
    if (fields.signatures.isEmpty()) {
      throw Refused.unsigned();
    }
    byte[] signed = signed(payload);
    List<Claim> claims = new ArrayList<>();
    for (One it : fields.signatures) {
      Digest keyId = Json.digest(it.keyId()).orElse(null);
      claims.add(new Claim(it.algorithm(), keyId, List.of(), true, signed, it.signature(), null));
    }
    return new Content(payload, claims);
  }

  private static final class Fields {
    @Nullable String type;
    byte @Nullable [] payload;
    final List<One> signatures = new ArrayList<>();
  }

  private record One(String keyId, String algorithm, byte[] signature) {}
}
