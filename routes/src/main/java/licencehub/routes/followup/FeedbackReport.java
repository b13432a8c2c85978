package licencehub.routes.followup;

import java.util.Map;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.CreditCode;
import licencehub.model.code.ItemCode;
import licencehub.sharing.followup.Feedback.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What somebody reports to an issuer.
 *
 * @param number his own, unique among his organisation's
 * @param issuer who has to answer; null where the licence tells
 * @param shouldBe what fields in doubt should be, where he knows; personal data
 */
public record FeedbackReport(
    String number,
    CreditCode organisation,
    String operator,
    ItemCode item,
    CaseNumber caseNumber,
    String purpose,
    Subject subject,
    @Nullable CreditCode issuer,
    Map<String, String> shouldBe) {
  public FeedbackReport {
    shouldBe = Map.copyOf(shouldBe);
  }

  /** What names it for ever. */
  public String followUp() {
    return organisation + "-" + number;
  }
}
