package licencehub.verification.envelope;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import licencehub.model.Digest;
import licencehub.verification.x509.Certificates;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * JWS compact serialization (RFC 7515). The header's {@code alg} is only reported: which algorithms
 * count is the policy's affair, and the computation follows the certificate's key. Keys and
 * addresses inside the header ({@code jwk}, {@code jku}, {@code x5u}) are never used.
 */
public final class Jws {
  private final Bounds bounds;
  private final Certificates known;
  private final Json json;

  /**
   * @param known remembers certificates that were parsed before
   */
  public Jws(Bounds bounds, Certificates known) {
    this.bounds = bounds;
    this.known = known;
    this.json = new Json(bounds);
  }

  public Content read(byte[] bytes) throws Refused {
    String text = new String(bytes, ISO_8859_1).strip();
    int first = text.indexOf('.');
    int second = text.indexOf('.', first + 1);
    if (first < 1 || second < 0 || text.indexOf('.', second + 1) >= 0) {
      throw Refused.unreadable("JWS须为三段", "a compact JWS has three parts");
    }
    Header header = header(url("header", text.substring(0, first)));
    byte[] payload = url("payload", text.substring(first + 1, second));
    byte[] signature = url("signature", text.substring(second + 1));
    byte[] signed = text.substring(0, second).getBytes(US_ASCII);
    Claim claim =
        new Claim(
            header.algorithm, header.keyId(), header.certificates, true, signed, signature, null);
    return new Content(payload, List.of(claim));
  }

  /**
   * The bytes to sign for a payload: header and payload, each in base64url.
   *
   * @param keyId SHA-256 of the signer's certificate
   */
  public static byte[] signed(String algorithm, Digest keyId, byte[] payload) {
    Base64.Encoder url = Base64.getUrlEncoder().withoutPadding();
    String header = "{\"alg\":\"" + algorithm + "\",\"kid\":\"" + keyId + "\"}";
    return (url.encodeToString(header.getBytes(US_ASCII)) + '.' + url.encodeToString(payload))
        .getBytes(US_ASCII);
  }

  public static byte[] write(byte[] signed, byte[] signature) {
    String tail = "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    return (new String(signed, US_ASCII) + tail).getBytes(US_ASCII);
  }

  private Header header(byte[] bytes) throws Refused {
    try (JsonParser parser = json.parser(bytes)) {
      Header header = new Header();
      Json.expect(parser, JsonToken.START_OBJECT);
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        parser.nextToken();
        field(parser, name, header);
      }
      Json.expect(parser, null);
      if (header.algorithm.isEmpty()) {
        throw Refused.unreadable("JWS头缺少“alg”", "the JWS header lacks \"alg\"");
      }
      return header;
    } catch (JacksonException e) {
      throw Refused.unreadable(
          "JWS头第" + Json.place(e) + "字节处不是完好的JSON，或超过限制",
          "the JWS header is not sound JSON, or beyond the bounds, at byte " + Json.place(e));
    }
  }

  private void field(JsonParser parser, String name, Header header) throws Refused {
    switch (name) {
      case "alg" -> header.algorithm = Json.string(parser);
      case "kid" -> header.kid = Json.digest(Json.string(parser)).orElse(null);
      case "x5t#S256" -> header.thumbprint = thumbprint(Json.string(parser));
      case "x5c" -> certificates(parser, header);
      case "crit" ->
          throw Refused.unreadable(
              "不支持JWS的“crit”扩展", "extensions named in \"crit\" are not supported: leave them out");
      default -> parser.skipChildren();
    }
  }

  private void certificates(JsonParser parser, Header header) throws Refused {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw Refused.unreadable("“x5c”须为数组", "\"x5c\" must be an array");
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      header.certificates.add(certificate(Json.base64("x5c", Json.string(parser))));
      if (header.certificates.size() > bounds.certificates()) {
        throw Refused.tooMany(
            "证书", "certificates", header.certificates.size(), bounds.certificates());
      }
    }
  }

  private byte[] certificate(byte[] der) throws Refused {
    try {
      known.of(der);
      return der;
    } catch (CertificateException e) {
      throw Refused.damagedCertificate();
    }
  }

  private static @Nullable Digest thumbprint(String text) throws Refused {
    byte[] bytes = url("x5t#S256", text);
    return bytes.length == 32 ? Digest.wrap(bytes) : null;
  }

  private static byte[] url(String what, String text) throws Refused {
    if (text.indexOf('+') >= 0 || text.indexOf('/') >= 0 || text.indexOf('=') >= 0) {
      throw Refused.unreadable("“" + what + "”不是base64url", '"' + what + "\" is not base64url");
    }
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw Refused.unreadable("“" + what + "”不是base64url", '"' + what + "\" is not base64url");
    }
  }

  private static final class Header {
    String algorithm = "";
    @Nullable Digest kid;
    @Nullable Digest thumbprint;
    final List<byte[]> certificates = new ArrayList<>();

    /** The name that can only mean a certificate goes before the free one. */
    @Nullable Digest keyId() {
      if (thumbprint != null) {
        return thumbprint;
      }
      return kid == null && !certificates.isEmpty() ? Digest.of(certificates.get(0)) : kid;
    }
  }
}
