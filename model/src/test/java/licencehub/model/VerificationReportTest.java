package licencehub.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerificationReportTest {
  private static final Finding GOOD = Finding.passed("signature", "SM2-SM3");
  private static final Finding SKIPPED = Finding.skipped("seal", "no file");
  private static final Finding PASSING =
      Finding.failed("revocation", Reason.REVOCATION_UNKNOWN, "list of 2026-03-01");
  private static final Finding FINAL = Finding.failed("chain", Reason.CHAIN_BROKEN, "no anchor");

  @Test
  void what_failed_nowhere_is_trusted() {
    assertThat(verdict(GOOD, SKIPPED)).isEqualTo(new Verdict.Trusted());
  }

  @Test
  void what_may_pass_later_is_undecided() {
    assertThat(verdict(GOOD, PASSING)).isEqualTo(new Verdict.Undecided(PASSING));
  }

  @Test
  void a_final_failure_wins_over_a_passing_one_before_it() {
    assertThat(verdict(PASSING, GOOD, FINAL)).isEqualTo(new Verdict.Rejected(FINAL));
  }

  @Test
  void the_first_of_several_decides() {
    Finding second = Finding.failed("signer", Reason.SIGNER_REVOKED, "");
    assertThat(verdict(FINAL, second)).isEqualTo(new Verdict.Rejected(FINAL));
    Finding later = Finding.failed("signer", Reason.SIGNER_UNKNOWN, "");
    assertThat(verdict(PASSING, later)).isEqualTo(new Verdict.Undecided(PASSING));
  }

  @Test
  void only_a_failed_check_has_a_reason() {
    assertThatThrownBy(() -> new Finding("seal", Finding.Result.PASSED, Reason.CHAIN_BROKEN, ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Finding("seal", Finding.Result.FAILED, null, ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Verdict verdict(Finding... findings) {
    return new VerificationReport("standard", Instant.EPOCH, List.of(findings)).verdict();
  }
}
