package licencehub.verification;

import static licencehub.verification.EveryAlgorithmTest.reasons;
import static licencehub.verification.Town.AUTHORITY;
import static licencehub.verification.Town.NOON;
import static licencehub.verification.Town.PAYLOAD;
import static licencehub.verification.Town.RANDOM;
import static licencehub.verification.Town.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CRLReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import licencehub.model.MalformedValue;
import licencehub.model.Reason;
import licencehub.model.Verdict;
import licencehub.verification.CertificateAuthority.Revoked;
import licencehub.verification.Policy.WhenStale;
import licencehub.verification.x509.Pem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What revocation lists do to a verdict. */
class RevocationTest {
  private static final Instant MORNING = NOON.minus(Duration.ofHours(4));
  private final SignerKey department = Town.key(Algorithm.SM2_SM3);
  private final EnvelopeSigner signer = Town.signer(Algorithm.SM2_SM3);
  private final Trust trust = Town.trust(department);
  @TempDir private Path folder;

  @BeforeEach
  void both_authorities_publish_an_empty_list() {
    publish("root.crl", ROOT, 1, MORNING);
    publish("authority.crl", AUTHORITY, 1, MORNING);
  }

  @Test
  void a_certificate_no_list_names_is_trusted() {
    assertThat(examine(WhenStale.REJECT, null).report().verdict()).isEqualTo(new Verdict.Trusted());
  }

  @Test
  void revoked_before_signing_is_refused() {
    revoke(NOON.minusSeconds(60), CRLReason.SUPERSEDED);
    assertReasons(examine(WhenStale.ACCEPT, NOON.minusSeconds(59)), Reason.SIGNER_REVOKED);
    assertReasons(examine(WhenStale.ACCEPT, NOON.minusSeconds(60)), Reason.SIGNER_REVOKED);
    assertReasons(examine(WhenStale.ACCEPT, null), Reason.SIGNER_REVOKED);
  }

  @Test
  void revoked_after_signing_changes_nothing() {
    revoke(NOON.minusSeconds(60), CRLReason.CESSATION_OF_OPERATION);
    assertReasons(examine(WhenStale.REJECT, NOON.minusSeconds(61)));
  }

  @Test
  void a_lost_key_is_refused_whatever_time_it_claims() {
    revoke(NOON.minusSeconds(60), CRLReason.KEY_COMPROMISE);
    assertReasons(examine(WhenStale.ACCEPT, MORNING), Reason.SIGNER_REVOKED);
  }

  @Test
  void a_suspended_certificate_leaves_it_open() {
    revoke(NOON.minusSeconds(60), CRLReason.CERTIFICATE_HOLD);
    Examination examination = examine(WhenStale.ACCEPT, null);
    assertReasons(examination, Reason.REVOCATION_UNKNOWN);
    assertThat(examination.report().verdict()).isInstanceOf(Verdict.Undecided.class);
  }

  @Test
  void a_revoked_authority_takes_its_certificates_along() {
    Revoked revoked = Revoked.of(AUTHORITY.key().certificate(), MORNING, CRLReason.CA_COMPROMISE);
    publish("root.crl", ROOT, 2, MORNING, revoked);
    assertReasons(examine(WhenStale.ACCEPT, null), Reason.SIGNER_REVOKED);
  }

  @Test
  void without_a_list_the_status_is_unknown() throws IOException {
    Files.delete(folder.resolve("authority.crl"));
    Examination examination = examine(WhenStale.ACCEPT, null);
    assertReasons(examination, Reason.REVOCATION_UNKNOWN);
    assertThat(examination.report().verdict()).isInstanceOf(Verdict.Undecided.class);
  }

  @ParameterizedTest
  @EnumSource(WhenStale.class)
  void a_stale_list_leads_to_what_the_policy_says(WhenStale rule) {
    publish("authority.crl", AUTHORITY, 2, NOON.minus(Duration.ofHours(24)).minusSeconds(1));
    Examination examination = examine(rule, null);
    switch (rule) {
      case REJECT -> assertReasons(examination, Reason.REVOCATION_STALE);
      case UNDECIDED -> assertReasons(examination, Reason.REVOCATION_UNKNOWN);
      case ACCEPT -> assertReasons(examination);
    }
  }

  @Test
  void a_list_just_at_the_limit_is_not_stale() {
    publish("authority.crl", AUTHORITY, 2, NOON.minus(Duration.ofHours(24)));
    assertReasons(examine(WhenStale.REJECT, null));
  }

  @Test
  void a_list_past_its_own_next_update_is_stale() throws IOException {
    byte[] crl = AUTHORITY.revocationList(2, MORNING, NOON.minusSeconds(301), List.of(), RANDOM);
    Files.write(folder.resolve("authority.crl"), crl);
    assertReasons(examine(WhenStale.REJECT, null), Reason.REVOCATION_STALE);
  }

  @Test
  void a_stale_list_still_tells_who_is_revoked() {
    Revoked revoked = Revoked.of(department.certificate(), MORNING, CRLReason.UNSPECIFIED);
    publish("authority.crl", AUTHORITY, 2, NOON.minus(Duration.ofDays(9)), revoked);
    assertReasons(examine(WhenStale.UNDECIDED, null), Reason.SIGNER_REVOKED);
  }

  @Test
  void where_no_list_is_required_a_known_revocation_still_counts() {
    revoke(MORNING, CRLReason.PRIVILEGE_WITHDRAWN);
    SignatureVerifier lenient =
        SignatureVerifiers.of(Town.policy(false, WhenStale.REJECT), trust, loaded());
    assertReasons(Town.examine(lenient, signer.dsse(PAYLOAD)), Reason.SIGNER_REVOKED);
  }

  @Test
  void a_list_is_read_from_pem_too() throws IOException {
    byte[] der =
        AUTHORITY.revocationList(
            2,
            MORNING,
            NOON.plusSeconds(60),
            List.of(Revoked.of(department.certificate(), MORNING, CRLReason.SUPERSEDED)),
            RANDOM);
    Files.write(
        folder.resolve("authority.crl"), Pem.write(List.of(new Pem.Block("X509 CRL", der))));
    assertReasons(examine(WhenStale.ACCEPT, null), Reason.SIGNER_REVOKED);
  }

  @Test
  void the_report_names_the_list_and_its_age() {
    assertThat(examine(WhenStale.REJECT, null).report().findings())
        .filteredOn(it -> it.check().equals("revocation"))
        .singleElement()
        .satisfies(it -> assertThat(it.detail()).contains("CRL#1", MORNING.toString(), "PT4H"));
  }

  @Test
  void a_list_comes_from_no_other_kind_of_address() {
    assertThatThrownBy(() -> Revocations.of(trust, List.of(URI.create("ldap://ca/crl"))))
        .isInstanceOf(MalformedValue.class);
  }

  private void revoke(Instant at, CRLReason reason) {
    publish(
        "authority.crl", AUTHORITY, 2, MORNING, Revoked.of(department.certificate(), at, reason));
  }

  private void publish(
      String file, CertificateAuthority by, long number, Instant made, Revoked... revoked) {
    try {
      Instant next = NOON.plus(Duration.ofDays(3));
      Files.write(
          folder.resolve(file), by.revocationList(number, made, next, List.of(revoked), RANDOM));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Revocations loaded() {
    Revocations revocations =
        Revocations.of(
            trust,
            List.of(folder.resolve("root.crl").toUri(), folder.resolve("authority.crl").toUri()));
    revocations.refresh();
    return revocations;
  }

  private Examination examine(WhenStale rule, @Nullable Instant signedAt) {
    SignatureVerifier verifier = SignatureVerifiers.of(Town.policy(true, rule), trust, loaded());
    return Town.examine(verifier, signer.cms(PAYLOAD, CmsForm.GBT35275, signedAt));
  }

  private static void assertReasons(Examination examination, Reason... reasons) {
    assertThat(reasons(examination)).as("%s", examination.report()).containsExactly(reasons);
  }
}
