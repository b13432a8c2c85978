package licencehub.federation.card;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import licencehub.federation.HubCard;
import licencehub.federation.Level;
import licencehub.federation.PeerAddress;
import licencehub.ledger.VerifierKey;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.code.RegionCode;
import licencehub.verification.Trust;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a card's envelope carries. */
final class CardEvent {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** Hubs' ids become names of files. */
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,40}[a-z0-9]");

  private static final int LONGEST_NAME = 100;
  private static final int MOST_KEYS = 8;
  private static final int MOST_CHAIN = 6;

  private CardEvent() {}

  record Parsed(HubCard card, Instant at) {}

  static byte[] write(HubCard card, Instant at) {
    ObjectNode event = JSON.createObjectNode();
    event.put("specversion", "1.0").put("id", card.hub() + "/" + at);
    event.put("source", "/hubs/" + card.hub()).put("type", CardFile.TYPE);
    event.put("time", at.toString()).put("datacontenttype", "application/json");
    ObjectNode shown = event.putObject("data");
    shown.put("hub", card.hub());
    shown.putObject("name").put("zh", card.name().zh()).put("en", card.name().en());
    shown.put("region", card.region().text()).put("level", card.level().wire());
    shown.put("address", card.address().toString());
    shown.put("transport", base64(card.transport()));
    ArrayNode signer = shown.putArray("signer");
    card.signer().forEach(it -> signer.add(base64(it)));
    ArrayNode keys = shown.putArray("ledgerKeys");
    card.ledgerKeys().forEach(it -> keys.add(it.toString()));
    return JSON.writeValueAsBytes(event);
  }

  /**
   * @throws MalformedValue for what is no card
   */
  static Parsed read(byte[] payload) {
    try {
      JsonNode event = JSON.readTree(payload);
      JsonNode shown = event.path("data");
      if (!event.path("type").asString("").equals(CardFile.TYPE)) {
        throw wrong("type", Text.of("不是枢纽名片", "says that it is something else"));
      }
      return new Parsed(card(shown), Instant.parse(event.path("time").asString("")));
    } catch (JacksonException | DateTimeException e) {
      throw wrong("JSON", Text.of("读不出", "cannot be read"));
    }
  }

  private static HubCard card(JsonNode shown) {
    String hub = shown.path("hub").asString("");
    if (!ID.matcher(hub).matches()) {
      throw wrong("hub", Text.of("应为小写字母、数字和连字符", "must be lower-case letters, digits, hyphens"));
    }
    List<X509Certificate> signer =
        shown.path("signer").valueStream().map(it -> certificate("signer", it)).toList();
    List<VerifierKey> keys =
        shown
            .path("ledgerKeys")
            .valueStream()
            .map(it -> VerifierKey.parse(it.asString("")))
            .toList();
    if (signer.size() < 2
        || signer.size() > MOST_CHAIN
        || keys.isEmpty()
        || keys.size() > MOST_KEYS) {
      throw wrong("signer, ledgerKeys", Text.of("数量不对", "are not as many as there must be"));
    }
    return new HubCard(
        hub,
        Text.of(name(shown, "zh"), name(shown, "en")),
        new RegionCode(shown.path("region").asString("")),
        Level.find(shown.path("level").asString(""))
            .orElseThrow(() -> wrong("level", Text.of("没有这样的层级", "is no level there is"))),
        PeerAddress.parse(shown.path("address").asString("")),
        certificate("transport", shown.path("transport")),
        signer,
        keys);
  }

  /** Shown to people before they trust it: a line, and no more. */
  private static String name(JsonNode shown, String language) {
    String name = shown.path("name").path(language).asString("");
    if (name.isBlank()
        || name.length() > LONGEST_NAME
        || name.codePoints()
            .anyMatch(
                it ->
                    Character.getType(it) == Character.CONTROL
                        || Character.getType(it) == Character.FORMAT
                        || Character.getType(it) == Character.LINE_SEPARATOR)) {
      throw wrong("name." + language, Text.of("应为一行名称", "must be a name on one line"));
    }
    return name;
  }

  private static X509Certificate certificate(String what, JsonNode text) {
    try {
      byte[] der = Base64.getDecoder().decode(text.asString(""));
      if (der.length > 0 && der[0] == 0x30) {
        return Trust.certificates(der).getFirst();
      }
    } catch (IllegalArgumentException e) {
      // Said below, the same way for every cause.
    }
    throw wrong(what, Text.of("不是证书", "is no certificate"));
  }

  private static String base64(X509Certificate certificate) {
    try {
      return Base64.getEncoder().encodeToString(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read has an encoding", e);
    }
  }

  private static MalformedValue wrong(String field, Text rule) {
    return MalformedValue.hidden(
        Text.of("枢纽名片中的 " + field, "card of a hub: " + field), rule, "./licencehub peer card");
  }
}
