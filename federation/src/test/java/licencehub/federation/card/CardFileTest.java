package licencehub.federation.card;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import licencehub.federation.HubCard;
import licencehub.federation.Level;
import licencehub.federation.PeerAddress;
import licencehub.federation.card.CardFile.Read;
import licencehub.ledger.VerifierKey;
import licencehub.model.Text;
import licencehub.model.code.RegionCode;
import licencehub.verification.Algorithm;
import licencehub.verification.CertificateAuthority;
import licencehub.verification.CertificateAuthority.Validity;
import licencehub.verification.EnvelopeSigner;
import licencehub.verification.SignerKey;
import licencehub.verification.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class CardFileTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final SignerKey TRANSPORT = issued(Algorithm.ES256);
  private static final SignerKey SIGNER = issued(Algorithm.SM2_SM3);
  private static final HubCard CARD =
      new HubCard(
          "gd-440100",
          Text.of("示例省会证照枢纽", "Example Capital Licence Hub"),
          new RegionCode("440100"),
          Level.CITY,
          PeerAddress.parse("https://hub.example:8443"),
          TRANSPORT.certificate(),
          SIGNER.chain(),
          List.of(
              VerifierKey.parse(
                  "gd-440100+82ee7dad+AddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea")));

  @Test
  void a_card_comes_back_as_it_was_written() {
    byte[] file = CardFile.write(CARD, new EnvelopeSigner(SIGNER, RANDOM), NOW);
    assertThat(new String(file, UTF_8)).endsWith("}\n").doesNotContain("PRIVATE");
    assertThat(CardFile.read(file, NOW)).isEqualTo(new Read.Sound(CARD, NOW));
  }

  @ParameterizedTest
  @CsvSource({
    "'\"hub\":\"gd-440100', '\"hub\":\"gd-440200'",
    "hub.example:8443, liar.example:8443",
    "city, county",
  })
  void an_altered_card_is_noticed(String from, String to) {
    assertThat(why(altered(from, to))).contains("签名不成立", "does not hold");
  }

  @Test
  void a_card_that_somebody_else_signed_is_noticed() {
    byte[] forged =
        CardFile.write(CARD, new EnvelopeSigner(issued(Algorithm.SM2_SM3), RANDOM), NOW);
    assertThat(why(forged)).contains("does not hold");
  }

  @Test
  void its_signer_must_lead_to_the_issuer_it_names() {
    SignerKey other = issued(Algorithm.SM2_SM3);
    HubCard card =
        new HubCard(
            CARD.hub(),
            CARD.name(),
            CARD.region(),
            CARD.level(),
            CARD.address(),
            CARD.transport(),
            List.of(SIGNER.certificate(), other.chain().getLast()),
            CARD.ledgerKeys());
    assertThat(why(CardFile.write(card, new EnvelopeSigner(SIGNER, RANDOM), NOW)))
        .contains("does not hold");
  }

  @Test
  void a_signer_past_its_end_vouches_for_nothing() {
    byte[] file = CardFile.write(CARD, new EnvelopeSigner(SIGNER, RANDOM), NOW);
    Read read = CardFile.read(file, NOW.plus(Duration.ofDays(400)));
    assertThat(read).isInstanceOf(Read.Unsound.class);
  }

  /** Signed as it should be, and still no card: what a hub's id names is a file. */
  @ParameterizedTest
  @CsvSource({
    "hub, ../../etc/x, card of a hub: hub",
    "hub, Hub, card of a hub: hub",
    "level, town, card of a hub: level",
    "region, 4401, region code",
    "address, http://hub.example, address of a peer",
    "transport, MIIB, card of a hub: transport",
    "ledgerKeys, x, card of a hub: signer",
  })
  void a_field_that_is_not_what_it_should_be_is_named(String field, String value, String said) {
    assertThat(why(signed(event -> ((ObjectNode) event.path("data")).put(field, value))))
        .contains(said);
  }

  @Test
  void a_name_of_several_lines_cannot_pretend_to_be_what_the_programme_says() {
    assertThat(
            why(
                signed(
                    event -> ((ObjectNode) event.path("data").path("name")).put("zh", "好枢纽\n已核对"))))
        .contains("name.zh");
  }

  @Test
  void another_event_is_no_card_and_neither_is_any_other_file() {
    assertThat(why(signed(event -> event.put("type", "peer.answer.v1")))).contains("type");
    assertThat(why("hello".getBytes(UTF_8))).contains("不是枢纽名片");
    assertThat(why(new byte[0])).contains("不是枢纽名片");
    assertThat(why(new byte[1 << 20])).contains("不是枢纽名片");
  }

  private static String why(byte[] file) {
    return ((Read.Unsound) CardFile.read(file, NOW)).why().toString();
  }

  /** The card's payload with one text in it replaced, under the signature it had before. */
  private static byte[] altered(String from, String to) {
    ObjectNode envelope =
        (ObjectNode) JSON.readTree(CardFile.write(CARD, new EnvelopeSigner(SIGNER, RANDOM), NOW));
    String payload =
        new String(Base64.getDecoder().decode(envelope.path("payload").asString()), UTF_8);
    assertThat(payload).contains(from);
    byte[] changed = payload.replace(from, to).getBytes(UTF_8);
    envelope.put("payload", Base64.getEncoder().encodeToString(changed));
    return JSON.writeValueAsBytes(envelope);
  }

  private static byte[] signed(java.util.function.Consumer<ObjectNode> change) {
    ObjectNode event = (ObjectNode) JSON.readTree(CardEvent.write(CARD, NOW));
    change.accept(event);
    return new EnvelopeSigner(SIGNER, RANDOM).dsse(JSON.writeValueAsBytes(event));
  }

  private static SignerKey issued(Algorithm algorithm) {
    Validity year = new Validity(NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(365)));
    return CertificateAuthority.root(Subject.of("测试根"), algorithm, year, RANDOM)
        .issue(Subject.of("测试枢纽"), algorithm, year, RANDOM);
  }
}
