package licencehub.federation.anchors;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import licencehub.federation.HubCard;
import licencehub.federation.message.MessageReader;
import licencehub.federation.message.MessageSigner;
import licencehub.federation.message.SignedByPeer;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.verification.Trust;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A list as it travels and is kept: a CloudEvent {@value #TYPE} in the hub's DSSE envelope. */
public final class AnchorListFile {
  /** The event's type. */
  public static final String TYPE = "peer.anchors.v1";

  private static final JsonMapper JSON = JsonMapper.shared();

  private AnchorListFile() {}

  public static byte[] write(AnchorList list, MessageSigner signer) {
    ObjectNode event = JSON.createObjectNode();
    event.put("specversion", "1.0").put("id", list.hub() + "/anchors/" + list.issued());
    event.put("source", "/hubs/" + list.hub()).put("type", TYPE);
    event.put("time", list.issued().toString()).put("datacontenttype", "application/json");
    ObjectNode shown = event.putObject("data").put("expires", list.expires().toString());
    ArrayNode anchors = shown.putArray("anchors");
    list.anchors().forEach(it -> anchors.add(base64(it)));
    return signer.sign(JSON.writeValueAsBytes(event));
  }

  /**
   * A list of this hub's that counts now; empty where it did not sign it, or it has expired, or is
   * of the future.
   *
   * @throws MalformedValue when the hub signed it and it is none
   */
  public static Optional<AnchorList> read(byte[] bytes, HubCard card, Instant now) {
    return new SignedByPeer(card.trust())
        .payload(bytes, now)
        .map(it -> list(it, card.hub()))
        .filter(it -> it.countsAt(now))
        .filter(it -> !it.issued().isAfter(now.plus(MessageReader.SKEW)));
  }

  private static AnchorList list(byte[] payload, String hub) {
    try {
      JsonNode event = JSON.readTree(payload);
      if (!event.path("type").asString("").equals(TYPE)
          || !event.path("source").asString("").equals("/hubs/" + hub)) {
        throw AnchorList.malformed(Text.of("不是该枢纽的清单", "is not this hub's"));
      }
      List<X509Certificate> anchors = new ArrayList<>();
      for (JsonNode each : event.at("/data/anchors")) {
        anchors.addAll(Trust.certificates(Base64.getDecoder().decode(each.asString(""))));
      }
      return new AnchorList(
          hub,
          anchors,
          Instant.parse(event.path("time").asString("")),
          Instant.parse(event.at("/data/expires").asString("")));
    } catch (MalformedValue e) {
      throw e;
    } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
      throw AnchorList.malformed(Text.of("读不出", "cannot be read"));
    }
  }

  private static String base64(X509Certificate certificate) {
    try {
      return Base64.getEncoder().encodeToString(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read has an encoding", e);
    }
  }
}
