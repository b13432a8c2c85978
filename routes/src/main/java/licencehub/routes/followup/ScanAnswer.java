package licencehub.routes.followup;

import licencehub.model.Text;
import licencehub.model.ledger.Receipt;

/** What came of taking a scan on trust, or of checking one. */
public sealed interface ScanAnswer {
  /** It is on disk, and this is where it stands. */
  record Filed(ScanFile file, Receipt receipt) implements ScanAnswer {}

  /** The same was taken under this number before. */
  record Repeat(ScanFile file, Receipt first) implements ScanAnswer {}

  /** Something else was taken under this number before. */
  record NumberUsed() implements ScanAnswer {}

  /** The rules do not allow it where it stands. */
  record Refused(Text why) implements ScanAnswer {}

  /** There is no such scan of this organisation. */
  record Absent() implements ScanAnswer {}
}
