package licencehub.routes.followup;

import java.time.LocalDate;
import licencehub.model.Digest;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.CreditCode;
import licencehub.model.code.ItemCode;
import org.jspecify.annotations.Nullable;

/**
 * A scan somebody takes on trust.
 *
 * @param number his own, unique among his organisation's
 * @param document code of the required document
 * @param digest of the scan
 * @param dueOn last day for the check; null for the usual one
 */
public record ScanReport(
    String number,
    CreditCode organisation,
    String operator,
    ItemCode item,
    CaseNumber caseNumber,
    String purpose,
    String document,
    Digest digest,
    @Nullable LocalDate dueOn) {
  /** What names it for ever. */
  public String followUp() {
    return organisation + "-" + number;
  }
}
