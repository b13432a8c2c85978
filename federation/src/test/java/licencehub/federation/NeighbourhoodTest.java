package licencehub.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import licencehub.model.code.CreditCode;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.LicenceTypeCode;
import licencehub.model.code.RegionCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a licence lives, and who is believed about it: this hub is the city 440300. */
@SuppressWarnings("NullAway.Init")
class NeighbourhoodTest {
  private static final LicenceTypeCode TYPE = new LicenceTypeCode("11100000MB0143028R001");
  @TempDir Path folder = Path.of("");
  private Peer province;
  private Peer city;
  private Peer district;
  private Neighbourhood neighbourhood;

  @BeforeEach
  void open() {
    province = peer("gd-440000", "440000");
    city = peer("gd-440100", "440100");
    district = peer("gd-440305", "440305");
    neighbourhood = in("440300", province, city, district);
  }

  private Neighbourhood in(String region, Peer... peers) {
    SmallHub here = new SmallHub("here-" + region, folder);
    PeerLine nobody =
        new PeerLine() {
          @Override
          public Reply ask(Peer peer, byte[] message, Duration patience) {
            return new Reply.Silent("nobody");
          }

          @Override
          public void close() {}
        };
    return new Neighbourhood(
        new RegionCode(region),
        () -> List.of(peers),
        (peer, holders) -> false,
        new Correspondence(
            here.id, here.messages(), nobody, here, Duration.ZERO, () -> SmallHub.NOW),
        Duration.ofSeconds(1));
  }

  private Peer peer(String id, String region) {
    HubCard card = new SmallHub(id, folder).asPeer().card();
    return new Peer(
        new HubCard(
            id,
            card.name(),
            new RegionCode(region),
            card.level(),
            card.address(),
            card.transport(),
            card.signer(),
            card.ledgerKeys()),
        Set.of());
  }

  private static LicenceIdentifier issuedIn(String region) {
    return LicenceIdentifier.mint(
        TYPE, CreditCode.complete("11" + region + "MB2C00001"), "000000001", 1);
  }

  private List<Peer> homesOf(String region) {
    return neighbourhood.homesOf(issuedIn(region));
  }

  @Test
  void a_licence_lives_where_the_narrowest_region_around_its_issuer_is() {
    assertThat(homesOf("440100")).containsExactly(city);
    assertThat(homesOf("440106")).containsExactly(city);
    assertThat(homesOf("440305")).containsExactly(district);
    assertThat(homesOf("440600")).containsExactly(province);
    assertThat(homesOf("440000")).containsExactly(province);
  }

  @Test
  void what_is_this_hub_s_own_is_asked_of_nobody() {
    assertThat(homesOf("440300")).isEmpty();
    assertThat(homesOf("440304")).isEmpty();
  }

  @Test
  void what_no_hub_stands_for_is_asked_of_nobody() {
    assertThat(homesOf("430000")).isEmpty();
    assertThat(homesOf("100000")).isEmpty();
    assertThat(neighbourhood.isOutside(issuedIn("430000"))).isTrue();
    assertThat(neighbourhood.isOutside(issuedIn("440300"))).isFalse();
    assertThat(neighbourhood.isOutside(issuedIn("440600"))).isFalse();
  }

  @Test
  void an_identifier_without_a_region_is_asked_of_everybody() {
    LicenceIdentifier old = old("MB2C00001");
    assertThat(neighbourhood.homesOf(old)).containsExactly(province, city, district);
    assertThat(neighbourhood.mayVouch(city, old)).isTrue();
    assertThat(neighbourhood.homesOf(old("440106"))).containsExactly(city);
  }

  /** One of old data: its issuer a region, or an organisation code. */
  private static LicenceIdentifier old(String issuer) {
    String body = "1.2.156.3005.2." + TYPE.text() + "." + issuer + ".00001.001.";
    return "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        .chars()
        .mapToObj(it -> body + (char) it)
        .filter(NeighbourhoodTest::isSound)
        .map(LicenceIdentifier::parseInbound)
        .findFirst()
        .orElseThrow();
  }

  private static boolean isSound(String text) {
    try {
      LicenceIdentifier.parseInbound(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Test
  void a_hub_is_believed_about_licences_that_live_there() {
    assertThat(neighbourhood.mayVouch(city, issuedIn("440106"))).isTrue();
    assertThat(neighbourhood.mayVouch(province, issuedIn("440600"))).isTrue();
    assertThat(neighbourhood.mayVouch(city, issuedIn("440305"))).isFalse();
    assertThat(neighbourhood.mayVouch(province, issuedIn("440100"))).isFalse();
    assertThat(neighbourhood.mayVouch(city, issuedIn("440300"))).isFalse();
  }

  @Test
  void about_licences_of_bodies_above_all_hubs_any_is_believed() {
    assertThat(neighbourhood.mayVouch(city, issuedIn("100000"))).isTrue();
  }
}
