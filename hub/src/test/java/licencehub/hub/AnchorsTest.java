package licencehub.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.LicenceTypeCode;
import licencehub.verification.CertificateAuthority.Validity;
import licencehub.verification.OfdDocument;
import licencehub.verification.OfdSealer;
import licencehub.verification.SealForm;
import licencehub.verification.SealMaker;
import licencehub.verification.SealPicture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Licence files of another region, under the anchors its hub lists. */
class AnchorsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final LicenceTypeCode TYPE = new LicenceTypeCode("11100000MB0143028R001");
  private static final SecureRandom RANDOM = new SecureRandom();

  @TempDir Path folder = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private RegionalHub here;

  @SuppressWarnings("NullAway.Init")
  private RegionalHub there;

  @BeforeEach
  void start() throws Exception {
    here = hub("440100");
    there = hub("440300");
    there.trust(here, false);
    here.trust(there, false);
    here.start();
    there.start();
  }

  @AfterEach
  void stop() {
    here.close();
    there.close();
  }

  @Test
  void they_count_for_its_own_licences_alone_and_when_its_files_are_trusted() throws Exception {
    byte[] theirs = sealed(there, there);
    byte[] ours = sealed(here, there);
    assertThat(there.verdict(theirs)).isEqualTo("trusted");
    assertThat(here.verdict(theirs)).isEqualTo("rejected");
    here.trust(there, true);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(here.verdict(theirs)).isEqualTo("trusted"));
    // Sealed over there, and said to be of this region.
    assertThat(here.verdict(ours)).isEqualTo("rejected");
    theirs[200] ^= 1;
    assertThat(here.verdict(theirs)).isNotEqualTo("trusted");
  }

  @Test
  void a_list_counts_while_its_hub_is_away_and_after_a_restart() throws Exception {
    byte[] theirs = sealed(there, there);
    here.trust(there, true);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(here.verdict(theirs)).isEqualTo("trusted"));
    there.close();
    here.close();
    here.start();
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(here.verdict(theirs)).isEqualTo("trusted"));
    here.trust(there, false);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(here.verdict(theirs)).isEqualTo("rejected"));
  }

  private RegionalHub hub(String region) throws IOException {
    return new RegionalHub(Files.createDirectories(folder.resolve(region)), region, "city");
  }

  /**
   * A file of a licence.
   *
   * @param issuer whose licence it says it is
   * @param sealer whose seal it bears
   */
  private byte[] sealed(RegionalHub issuer, RegionalHub sealer) throws IOException {
    LicenceIdentifier identifier =
        LicenceIdentifier.mint(TYPE, issuer.department.code(), "000000001", 1);
    Path plain = folder.resolve("plain.ofd");
    new OfdDocument(
            "0123456789abcdef0123456789abcdef",
            "食品经营许可证",
            Map.of("ZZBS", List.of(identifier.toString())),
            List.of("食品经营许可证"))
        .write(plain);
    Instant now = Instant.now();
    Validity hours = new Validity(now.minus(Duration.ofHours(2)), now.plus(Duration.ofHours(2)));
    var description =
        new SealMaker.Description(
            "TEST01", "示范市专用章", hours, List.of(sealer.sealer().certificate()), SealPicture.round());
    var seal =
        new SealMaker(sealer.sealer(), RANDOM).make(SealForm.GBT38540, description, hours.from());
    Path to = folder.resolve("sealed.ofd");
    OfdSealer.with(seal, sealer.sealer(), RANDOM).seal(plain, to, now.minusSeconds(60));
    return Files.readAllBytes(to);
  }
}
