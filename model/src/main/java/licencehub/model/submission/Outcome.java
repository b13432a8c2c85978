package licencehub.model.submission;

import java.util.List;
import licencehub.model.Fault;
import licencehub.model.ledger.Receipt;

/** What became of one submission; every submission ends as exactly one of these. */
public sealed interface Outcome {
  /** It changed the repository and is on disk. */
  record Accepted(Receipt receipt) implements Outcome {}

  /** The same submission was accepted before: nothing changed. */
  record Duplicate(Receipt first) implements Outcome {}

  /** It is kept in the history, but a higher version already stood. */
  record Superseded(Receipt receipt, long standing) implements Outcome {}

  /**
   * It was set aside with its original bytes.
   *
   * @param number the quarantine entry
   */
  record Quarantined(long number, List<Fault> faults) implements Outcome {
    public Quarantined {
      faults = List.copyOf(faults);
    }
  }

  /** The word for it on every wire: accepted, duplicate, superseded or quarantined. */
  default String word() {
    return switch (this) {
      case Accepted it -> "accepted";
      case Duplicate it -> "duplicate";
      case Superseded it -> "superseded";
      case Quarantined it -> "quarantined";
    };
  }
}
