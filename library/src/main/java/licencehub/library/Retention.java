package licencehub.library;

import java.time.Instant;

/**
 * Lets go of what is kept for a time only. What the ledger speaks for is never among it: events,
 * uses and their receipts stay for good.
 */
public interface Retention {
  /**
   * Removes what is older, the oldest first, in one transaction.
   *
   * @param rows at most
   * @return how many were removed; fewer than {@code rows} when there are no more
   */
  int remove(Kind kind, Instant before, int rows);

  /** What is kept for a time. */
  enum Kind {
    /** Entries of the access log, by the time of the look-up. */
    ACCESSES,
    /** Entries of the quarantine that are settled, with their bytes, by the time they came. */
    SETTLED_QUARANTINE
  }
}
