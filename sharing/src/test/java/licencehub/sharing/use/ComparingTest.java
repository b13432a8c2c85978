package licencehub.sharing.use;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import licencehub.model.event.LicenceStatus;
import licencehub.sharing.Draft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Comparing needs a grant as a use does, and tells any standing. */
class ComparingTest {
  private static final UseRules RULES = new UseRules(Duration.ofHours(2));

  /** What a comparison may tell, or does not use up. */
  private static final Set<Denial> TOLD =
      EnumSet.of(
          Denial.LICENCE_NOT_YET_IN_FORCE,
          Denial.LICENCE_SUSPENDED,
          Denial.LICENCE_REVOKED,
          Denial.LICENCE_CANCELLED,
          Denial.LICENCE_REPLACED,
          Denial.LICENCE_EXPIRED,
          Denial.QUOTA_OF_DAY,
          Denial.QUOTA_IN_ALL);

  @ParameterizedTest
  @MethodSource("licencehub.sharing.use.UseRulesTest#flaws")
  void whatever_denies_a_use_denies_comparing_but_for_standing_and_quota(
      Denial denial, UseRulesTest.Change change) {
    if (TOLD.contains(denial)) {
      assertThat(change.of(new Asking()).againstComparing(RULES)).isEmpty();
    } else {
      assertThat(change.of(new Asking()).againstComparing(RULES)).contains(denial);
    }
  }

  @Test
  void a_grant_without_fields_is_enough() {
    assertThat(new Asking().granting(Set.of()).againstComparing(RULES)).isEmpty();
  }

  @Test
  void without_a_grant_an_unknown_licence_is_answered_like_a_revoked_one() {
    Asking revoked =
        new Asking()
            .licence(Draft.food("A1").status(LicenceStatus.REVOKED))
            .by(new licencehub.model.code.CreditCode("11330105002500287C"));
    Asking unknown =
        new Asking().ofNothing().by(new licencehub.model.code.CreditCode("11330105002500287C"));
    assertThat(revoked.againstComparing(RULES)).isEqualTo(unknown.againstComparing(RULES));
  }
}
