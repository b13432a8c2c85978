package licencehub.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static licencehub.verification.EveryAlgorithmTest.reasons;
import static licencehub.verification.EveryAlgorithmTest.text;
import static licencehub.verification.Town.AUTHORITY;
import static licencehub.verification.Town.NOON;
import static licencehub.verification.Town.PAYLOAD;
import static licencehub.verification.Town.RANDOM;
import static licencehub.verification.Town.ROOT;
import static licencehub.verification.Town.YEARS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import licencehub.model.Finding;
import licencehub.model.Finding.Result;
import licencehub.model.Reason;
import licencehub.model.Verdict;
import licencehub.verification.CertificateAuthority.Validity;
import licencehub.verification.Policy.WhenStale;
import licencehub.verification.envelope.Dsse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sound evidence with exactly one flaw, and the one reason that must come of it. */
class OneFlawTest {
  private final SignerKey department = Town.key(Algorithm.SM2_SM3);
  private final EnvelopeSigner signer = Town.signer(Algorithm.SM2_SM3);
  private final SignatureVerifier verifier = Town.verifier(Town.trust(department));

  @Test
  void every_check_stands_in_every_report() {
    List<String> checks =
        List.of(
            "envelope",
            "algorithm",
            "signer",
            "signature",
            "chain",
            "validity",
            "revocation",
            "time");
    Examination sound = Town.examine(verifier, signer.dsse(PAYLOAD));
    assertThat(sound.report().findings()).extracting(Finding::check).isEqualTo(checks);
    Examination unknown = Town.examine(Town.verifier(Town.trust()), signer.dsse(PAYLOAD));
    assertThat(unknown.report().findings()).extracting(Finding::check).isEqualTo(checks);
  }

  @Test
  void a_changed_signature_is_wrong() {
    byte[] signature = Town.opened(verifier.open(signer.dsse(PAYLOAD))).claims().get(0).signature();
    signature[signature.length - 1] ^= 1;
    byte[] forged =
        Dsse.write(PAYLOAD, List.of(new Dsse.Signature(department.id(), "", signature)));
    assertOnly(Town.examine(verifier, forged), Reason.SIGNATURE_WRONG);
  }

  @Test
  void bytes_that_are_no_signature_are_wrong() {
    byte[] forged =
        Dsse.write(PAYLOAD, List.of(new Dsse.Signature(department.id(), "", new byte[] {1, 2})));
    assertOnly(Town.examine(verifier, forged), Reason.SIGNATURE_WRONG);
  }

  @Test
  void another_departments_key_id_is_wrong() {
    SignerKey other = Town.key(Algorithm.EDDSA);
    SignatureVerifier both = Town.verifier(Town.trust(department, other));
    byte[] forged = text(signer.dsse(PAYLOAD), department.id().toString(), other.id().toString());
    assertOnly(Town.examine(both, forged), Reason.SIGNATURE_WRONG);
  }

  @Test
  void a_certificate_nobody_registered_is_unknown() {
    Examination examination = Town.examine(Town.verifier(Town.trust()), signer.dsse(PAYLOAD));
    assertOnly(examination, Reason.SIGNER_UNKNOWN);
    assertThat(examination.report().verdict()).isInstanceOf(Verdict.Undecided.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "key-1", "zz"})
  void a_key_id_that_is_no_digest_names_nobody(String keyId) {
    byte[] forged = text(signer.dsse(PAYLOAD), department.id().toString(), keyId);
    assertOnly(Town.examine(verifier, forged), Reason.SIGNER_UNKNOWN);
  }

  @Test
  void a_self_signed_certificate_leads_nowhere() {
    CertificateAuthority nobody =
        CertificateAuthority.root(Town.department(), Algorithm.SM2_SM3, YEARS, RANDOM);
    SignerKey forged = nobody.issue(Town.department(), Algorithm.SM2_SM3, YEARS, RANDOM);
    byte[] cms = new EnvelopeSigner(forged, RANDOM).cms(PAYLOAD, CmsForm.GBT35275);
    assertOnly(Town.examine(verifier, cms), Reason.CHAIN_BROKEN);
  }

  @Test
  void an_authority_of_the_same_name_with_another_key_is_not_the_authority() {
    CertificateAuthority impostor =
        CertificateAuthority.root(Subject.of("测试签发机构"), Algorithm.SM2_SM3, YEARS, RANDOM);
    SignerKey forged = impostor.issue(Town.department(), Algorithm.SM2_SM3, YEARS, RANDOM);
    byte[] cms = new EnvelopeSigner(forged, RANDOM).cms(PAYLOAD, CmsForm.GBT35275);
    assertOnly(Town.examine(verifier, cms), Reason.CHAIN_BROKEN);
  }

  @Test
  void a_department_cannot_issue_certificates() {
    CertificateAuthority overreach = new CertificateAuthority(department);
    SignerKey forged = overreach.issue(Town.department(), Algorithm.SM2_SM3, YEARS, RANDOM);
    byte[] cms = new EnvelopeSigner(forged, RANDOM).cms(PAYLOAD, CmsForm.GBT35275);
    assertOnly(Town.examine(verifier, cms), Reason.CHAIN_BROKEN);
  }

  @Test
  void an_authority_does_not_sign_documents() {
    byte[] cms = new EnvelopeSigner(AUTHORITY.key(), RANDOM).cms(PAYLOAD, CmsForm.GBT35275);
    assertOnly(Town.examine(verifier, cms), Reason.CHAIN_BROKEN);
  }

  @Test
  void a_missing_intermediate_is_found_again_when_another_envelope_brings_it() {
    Trust onlyRoot =
        new Trust(List.of(ROOT.key().certificate()), List.of(), List.of(department.certificate()));
    SignatureVerifier strict = Town.verifier(onlyRoot);
    assertOnly(Town.examine(strict, signer.dsse(PAYLOAD)), Reason.CHAIN_BROKEN);
    assertSound(Town.examine(strict, signer.cms(PAYLOAD, CmsForm.RFC5652)));
    assertSound(Town.examine(strict, signer.dsse(PAYLOAD)));
  }

  @Test
  void an_expired_certificate_does_not_sign() {
    Validity past = new Validity(YEARS.from(), NOON.minusSeconds(1));
    assertOnly(examineWith(past, null), Reason.SIGNER_EXPIRED);
  }

  @Test
  void a_certificate_does_not_sign_before_it_is_valid() {
    Validity coming = new Validity(NOON.plusSeconds(1), YEARS.to());
    assertOnly(examineWith(coming, null), Reason.SIGNER_EXPIRED);
  }

  @Test
  void what_was_signed_while_the_certificate_was_valid_stays_valid() {
    Validity past = new Validity(YEARS.from(), NOON.minusSeconds(60));
    assertSound(examineWith(past, NOON.minusSeconds(120)));
  }

  @Test
  void a_time_that_has_not_come_yet_is_not_believed() {
    Examination examination = examineWith(YEARS, NOON.plus(Duration.ofMinutes(6)));
    assertOnly(examination, Reason.SIGNED_IN_FUTURE);
    assertThat(examination.report().verdict()).isInstanceOf(Verdict.Undecided.class);
    assertSound(examineWith(YEARS, NOON.plus(Duration.ofMinutes(5))));
  }

  @Test
  void an_expired_certificate_gains_nothing_from_a_time_to_come() {
    Validity past = new Validity(YEARS.from(), NOON.minusSeconds(1));
    assertThat(reasons(examineWith(past, NOON.plus(Duration.ofDays(1)))))
        .containsExactly(Reason.SIGNER_EXPIRED, Reason.SIGNED_IN_FUTURE);
  }

  @Test
  void an_algorithm_outside_the_policy_is_refused() {
    Policy onlyEd =
        new Policy(
            "ed/1",
            Set.of(Algorithm.EDDSA),
            false,
            Duration.ofDays(1),
            WhenStale.REJECT,
            Duration.ZERO);
    SignatureVerifier strict =
        SignatureVerifiers.of(onlyEd, Town.trust(department), Revocations.none());
    assertOnly(Town.examine(strict, signer.dsse(PAYLOAD)), Reason.ALGORITHM_REFUSED);
  }

  @Test
  void an_algorithm_the_key_does_not_have_is_refused() {
    byte[] forged = text(signer.dsse(PAYLOAD), "\"sig\"", "\"alg\":\"ES256\",\"sig\"");
    assertOnly(Town.examine(verifier, forged), Reason.ALGORITHM_REFUSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "None", "HS256", "HS512", "ES384", "es256", "RS1"})
  void a_jws_without_a_public_key_signature_is_refused(String algorithm) {
    SignatureVerifier all = Town.verifier(Town.trust(Town.key(Algorithm.ES256)));
    String jws = new String(Town.signer(Algorithm.ES256).jws(PAYLOAD), UTF_8);
    String header =
        "{\"alg\":\"" + algorithm + "\",\"kid\":\"" + Town.key(Algorithm.ES256).id() + "\"}";
    String forged =
        Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(UTF_8))
            + jws.substring(jws.indexOf('.'), jws.lastIndexOf('.') + 1);
    assertOnly(Town.examine(all, forged.getBytes(UTF_8)), Reason.ALGORITHM_REFUSED);
  }

  @Test
  void one_wrong_signature_among_several_is_enough_to_refuse() {
    SignerKey second = Town.key(Algorithm.EDDSA);
    SignatureVerifier both = Town.verifier(Town.trust(department, second));
    byte[] sound = EnvelopeSigner.dsse(PAYLOAD, List.of(signer, Town.signer(Algorithm.EDDSA)));
    assertSound(Town.examine(both, sound));
    byte[] forged = text(sound, second.id().toString(), department.id().toString());
    Examination examination = Town.examine(both, forged);
    assertOnly(examination, Reason.SIGNATURE_WRONG);
    assertThat(examination.signers()).containsExactly(department.id());
    assertThat(examination.report().findings()).hasSize(1 + 2 * 7);
  }

  private static Examination examineWith(Validity validity, @Nullable Instant signedAt) {
    SignerKey key = AUTHORITY.issue(Town.department(), Algorithm.SM2_SM3, validity, RANDOM);
    byte[] cms = new EnvelopeSigner(key, RANDOM).cms(PAYLOAD, CmsForm.RFC5652, signedAt);
    return Town.examine(Town.verifier(Town.trust(key)), cms);
  }

  private static void assertOnly(Examination examination, Reason reason) {
    assertThat(reasons(examination)).as("%s", examination.report()).containsExactly(reason);
    assertThat(examination.report().verdict()).isNotEqualTo(new Verdict.Trusted());
  }

  private static void assertSound(Examination examination) {
    assertThat(examination.report().findings())
        .as("%s", examination.report())
        .noneMatch(it -> it.result() == Result.FAILED);
  }
}
