package licencehub.sharing.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import licencehub.model.code.LicenceTypeCode;
import licencehub.sharing.Draft;
import licencehub.sharing.followup.FollowUpPolicy.Deadline;
import org.junit.jupiter.api.Test;

class FollowUpPolicyTest {
  private static final LicenceTypeCode FOOD = new LicenceTypeCode("11100000MB0143028R001");
  private static final LicenceTypeCode LAND = new LicenceTypeCode("11100000MB03271699001");

  @Test
  void the_first_deadline_that_names_a_type_counts_and_the_usual_one_for_all_others() {
    FollowUpPolicy policy =
        new FollowUpPolicy(
            10,
            List.of(new Deadline(Set.of(FOOD), 3), new Deadline(Set.of(FOOD, LAND), 5)),
            10,
            30,
            2);
    assertThat(policy.answerBy(FOOD, Draft.TODAY)).isEqualTo(Draft.TODAY.plusDays(3));
    assertThat(policy.answerBy(LAND, Draft.TODAY)).isEqualTo(Draft.TODAY.plusDays(5));
    LicenceTypeCode other = new LicenceTypeCode("11100000000013338W011");
    assertThat(policy.answerBy(other, Draft.TODAY)).isEqualTo(Draft.TODAY.plusDays(10));
  }
}
