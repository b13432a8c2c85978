package licencehub.library;

import licencehub.model.ledger.Receipt;

/** What became of a use that was to be recorded. */
public sealed interface UseOutcome {
  /** It is on disk. */
  record Recorded(Receipt receipt) implements UseOutcome {}

  /** Its grant is used up, for the day or for good; nothing was written. */
  record Exhausted() implements UseOutcome {}

  /**
   * Something about its licence was filed meanwhile, or its request was answered; nothing was
   * written. To be decided again.
   */
  record Overtaken() implements UseOutcome {}

  /** It could not be written as it is, while others were; nothing of it was. */
  record Unwritten() implements UseOutcome {}
}
