package licencehub.routes.followup;

import licencehub.model.Digest;
import licencehub.model.code.CreditCode;
import licencehub.model.code.ItemCode;
import licencehub.sharing.followup.Scan;

/**
 * A scan taken on trust as its events add up.
 *
 * @param organisation who took it
 * @param digest of the scan
 * @param steps how many events it has
 * @param opened sequence of its first event
 */
public record ScanFile(
    Scan scan, CreditCode organisation, ItemCode item, Digest digest, int steps, long opened) {
  /** Whether it says the same as a report, made again under the same number. */
  boolean says(ScanReport report) {
    return scan.caseNumber().equals(report.caseNumber())
        && scan.document().equals(report.document())
        && item.equals(report.item())
        && digest.equals(report.digest());
  }
}
