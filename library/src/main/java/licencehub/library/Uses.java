package licencehub.library;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.UseCode;

/** Authorised uses of licences. Written through {@link Journal#use}. */
public interface Uses {
  /** The event under which a use was authorised. */
  Optional<HistoryEntry> find(UseCode code);

  /**
   * The uses that relied on a licence, in the order they were authorised.
   *
   * @param after sequence of the last one already seen; -1 for the first page
   * @param before only what was authorised before the event of this sequence
   */
  List<HistoryEntry> reliedOn(LicenceIdentifier licence, long after, long before, int limit);

  /**
   * What was filed, and stood, about licences after they were used, oldest first.
   *
   * @param after sequence of the last event already looked at
   * @param upTo sequence of the last event to look at
   */
  List<HistoryEntry> newsOfUsed(long after, long upTo, int limit);

  /**
   * How often a grant was made use of.
   *
   * @param day a day in China
   */
  Tally tally(String grant, LocalDate day);

  /** Which of these uses were called back. */
  Set<UseCode> recalled(Set<UseCode> codes);

  /** Uses under one grant. */
  record Tally(long onDay, long inAll) {}
}
