package licencehub.routes.followup;

import licencehub.model.Text;
import licencehub.model.ledger.Receipt;

/** What came of reporting something to an issuer, or of answering. */
public sealed interface FeedbackAnswer {
  /** It is on disk, and this is where it stands. */
  record Filed(FeedbackFile file, Receipt receipt) implements FeedbackAnswer {}

  /** The same was reported under this number before. */
  record Repeat(FeedbackFile file, Receipt first) implements FeedbackAnswer {}

  /** Something else was reported under this number before. */
  record NumberUsed() implements FeedbackAnswer {}

  /** The rules do not allow it where it stands. */
  record Refused(Text why) implements FeedbackAnswer {}

  /** There is no such feedback, or no such licence. */
  record Absent() implements FeedbackAnswer {}
}
