package licencehub.library;

import java.time.LocalDate;
import java.util.List;

/**
 * Matters that are followed up: feedback to issuers, scans taken on trust. They are written by
 * their events, through {@link Journal#file}.
 */
public interface FollowUps {
  /** Every event of one matter in the order they were filed; empty where there is none. */
  List<HistoryEntry> events(String number);

  /** Matters as they stand, in the order they were opened. */
  List<FollowUp> list(FollowUpQuery query);

  /** The open ones that name this as what they are about, in the order they were opened. */
  List<FollowUp> openAbout(String about);

  /**
   * Content of licences that was filed, and stood, while a matter about it was open: the licence
   * itself, one that replaces it, or one of the missing type by the issuer that was told.
   *
   * @param after sequence of the last event already looked at
   * @param upTo sequence of the last event to look at
   */
  List<HistoryEntry> newsOfOpen(long after, long upTo, int limit);

  /** How many are open past their last day. */
  long overdue(FollowUp.Kind kind, LocalDate day);
}
