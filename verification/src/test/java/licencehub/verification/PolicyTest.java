package licencehub.verification;

import static licencehub.verification.Town.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import licencehub.model.Digest;
import licencehub.model.Fault;
import licencehub.model.Finding;
import licencehub.model.Finding.Result;
import licencehub.model.Reason;
import licencehub.model.Text;
import licencehub.model.Verdict;
import licencehub.model.VerificationReport;
import licencehub.verification.Evidence.Chain;
import licencehub.verification.Evidence.OneSignature;
import licencehub.verification.Evidence.Revocation;
import licencehub.verification.Evidence.Signer;
import licencehub.verification.Policy.WhenStale;
import org.junit.jupiter.api.Test;

/** Judging without any cryptography: facts in, report out. */
class PolicyTest {
  private static final Digest SIGNER = Digest.of(new byte[] {1});
  private final Policy strict = Town.policy(true, WhenStale.REJECT);
  private final Policy lenient = Town.policy(false, WhenStale.ACCEPT);

  @Test
  void the_same_evidence_under_another_policy_may_get_another_verdict() {
    Evidence evidence = evidence(new Revocation.Unlisted("C=CN,O=CA"));
    assertThat(strict.judge(evidence, NOON).verdict()).isInstanceOf(Verdict.Undecided.class);
    assertThat(lenient.judge(evidence, NOON).verdict()).isEqualTo(new Verdict.Trusted());
  }

  @Test
  void an_unreadable_envelope_fails_with_its_own_reason_and_skips_the_rest() {
    Fault fault = Fault.of(Reason.BYTES_TOO_LARGE, Text.of("过大", "too large"));
    VerificationReport report = strict.judge(Evidence.unreadable(fault), NOON);
    assertThat(report.findings()).hasSize(8);
    assertThat(report.findings().get(0).reason()).isEqualTo(Reason.BYTES_TOO_LARGE);
    assertThat(report.findings().subList(1, 8))
        .allMatch(it -> it.result() == Result.SKIPPED && !it.detail().isBlank());
    assertThat(report.verdict()).isInstanceOf(Verdict.Rejected.class);
  }

  @Test
  void evidence_without_signatures_is_never_trusted() {
    VerificationReport report = lenient.judge(new Evidence("DSSE", null, List.of()), NOON);
    assertThat(report.findings().get(0).reason()).isEqualTo(Reason.SIGNATURE_MISSING);
    assertThat(report.verdict()).isInstanceOf(Verdict.Rejected.class);
  }

  @Test
  void foreign_algorithm_names_are_shown_short_and_clean() {
    OneSignature odd =
        new OneSignature("\u0007<b>" + "x".repeat(500), SIGNER, null, Optional.empty());
    Finding finding = strict.judge(new Evidence("JWS", null, List.of(odd)), NOON).findings().get(1);
    assertThat(finding.reason()).isEqualTo(Reason.ALGORITHM_REFUSED);
    assertThat(finding.detail()).hasSizeLessThan(80).startsWith("\"?<b>");
  }

  @Test
  void a_key_the_hub_does_not_compute_with_is_refused() {
    Signer signer =
        new Signer(SIGNER, Optional.empty(), false, NOON, NOON, new Chain.Anchored(List.of()));
    OneSignature one = new OneSignature("", SIGNER, null, Optional.of(signer));
    assertThat(lenient.judge(new Evidence("DSSE", null, List.of(one)), NOON).findings())
        .filteredOn(it -> it.result() == Result.FAILED)
        .extracting(Finding::reason)
        .containsExactly(Reason.ALGORITHM_REFUSED);
  }

  @Test
  void the_moments_a_certificate_begins_and_ends_belong_to_it() {
    assertThat(lenient.judge(evidence(new Revocation.Unlisted("CA")), NOON).verdict())
        .isEqualTo(new Verdict.Trusted());
    for (int off : new int[] {-1, 1}) {
      assertThat(
              lenient
                  .judge(evidence(new Revocation.Unlisted("CA")), NOON.plusSeconds(off))
                  .verdict())
          .isInstanceOfSatisfying(
              Verdict.Rejected.class,
              it -> assertThat(it.finding().reason()).isEqualTo(Reason.SIGNER_EXPIRED));
    }
  }

  /** Sound, and valid at noon only. */
  private static Evidence evidence(Revocation revocation) {
    Signer signer =
        new Signer(
            SIGNER,
            Optional.of(Algorithm.SM2_SM3),
            true,
            NOON,
            NOON,
            new Chain.Anchored(List.of(revocation)));
    return new Evidence(
        "DSSE", null, List.of(new OneSignature("", SIGNER, null, Optional.of(signer))));
  }
}
