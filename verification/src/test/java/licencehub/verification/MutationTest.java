package licencehub.verification;

import static licencehub.verification.Town.NOON;
import static licencehub.verification.Town.PAYLOAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import licencehub.model.MalformedValue;
import licencehub.model.Verdict;
import licencehub.verification.x509.ParsedCertificate;
import licencehub.verification.x509.RevocationList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Thousands of small damages, the same ones every time: always an answer, and a quick one. */
class MutationTest {
  private static final int ROUNDS = 1_000;
  private static final Duration SLOWEST = Duration.ofSeconds(10);
  private final SignatureVerifier verifier =
      Town.verifier(Town.trust(Town.key(Algorithm.SM2_SM3), Town.key(Algorithm.ES256)));

  static Stream<Arguments> envelopes() {
    EnvelopeSigner sm2 = Town.signer(Algorithm.SM2_SM3);
    return Stream.of(
        Arguments.of("DSSE", sm2.dsse(PAYLOAD)),
        Arguments.of("CMS", sm2.cms(PAYLOAD, CmsForm.GBT35275, NOON)),
        Arguments.of("JWS", Town.signer(Algorithm.ES256).jws(PAYLOAD)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("envelopes")
  void a_damaged_envelope_gets_an_answer_and_never_other_content(String name, byte[] sound) {
    long start = System.nanoTime();
    for (byte[] damaged : damaged(sound)) {
      switch (verifier.open(damaged)) {
        case Envelope.Unreadable it -> assertThat(it.fault().detail().zh()).isNotBlank();
        case Envelope.Opened it -> {
          boolean trusted =
              verifier.examine(it, NOON).report().verdict().equals(new Verdict.Trusted());
          assertThat(trusted && !Arrays.equals(it.payload(), PAYLOAD)).isFalse();
        }
      }
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start).dividedBy(ROUNDS / 100))
        .isLessThan(SLOWEST);
  }

  @Test
  void a_damaged_certificate_is_refused_or_read_in_the_declared_way() throws Exception {
    byte[] sound = Town.key(Algorithm.SM2_SM3).certificate().getEncoded();
    int refused = 0;
    for (byte[] damaged : damaged(sound)) {
      try {
        assertThat(ParsedCertificate.parse(damaged).x509().getEncoded()).isEqualTo(damaged);
      } catch (CertificateException e) {
        refused++;
      }
      try {
        assertThat(Trust.certificates(damaged)).hasSizeLessThan(2);
      } catch (MalformedValue e) {
        assertThat(e.text().zh()).isNotBlank();
      }
    }
    assertThat(refused).isPositive();
  }

  @Test
  void a_damaged_revocation_list_is_never_believed() throws Exception {
    List<ParsedCertificate> authorities = Trust.parsed(List.of(Town.AUTHORITY.key().certificate()));
    byte[] sound =
        Town.AUTHORITY.revocationList(3, NOON, NOON.plusSeconds(9), List.of(), Town.RANDOM);
    RevocationList real = RevocationList.parse(sound, authorities);
    int refused = 0;
    for (byte[] damaged : damaged(sound)) {
      try {
        assertThat(RevocationList.parse(damaged, authorities))
            .usingRecursiveComparison()
            .ignoringFields("der")
            .isEqualTo(real);
      } catch (CRLException e) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(ROUNDS / 2);
  }

  private static List<byte[]> damaged(byte[] sound) {
    SplittableRandom random = new SplittableRandom(20_260_101);
    List<byte[]> all = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      byte[] next = sound.clone();
      for (int hits = random.nextInt(1, 4); hits > 0; hits--) {
        int at = random.nextInt(next.length);
        switch (random.nextInt(4)) {
          case 0 -> next[at] ^= (byte) (1 << random.nextInt(8));
          case 1 -> next[at] = (byte) random.nextInt(256);
          case 2 -> next = Arrays.copyOf(next, Math.max(1, at));
          default -> System.arraycopy(next, at, next, 0, next.length - at);
        }
      }
      all.add(next);
    }
    return all;
  }
}
