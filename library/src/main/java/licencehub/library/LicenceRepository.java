package licencehub.library;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import licencehub.model.code.LicenceIdentifier;

/** Licences with their full history. */
public interface LicenceRepository {
  /** The licence as it stands. */
  default Optional<LicenceRecord> find(LicenceIdentifier identifier) {
    return findAll(Set.of(identifier)).stream().findFirst();
  }

  /** Those of these licences that are known, as they stand, in no order; all of one moment. */
  List<LicenceRecord> findAll(Set<LicenceIdentifier> identifiers);

  /**
   * The licence as of a moment, on what the hub knew then.
   *
   * @param validAt the moment the answer is about, by the departments' own times
   * @param knownAt what the hub had received by then counts, nothing later
   */
  Optional<LicenceRecord> findAsOf(LicenceIdentifier identifier, Instant validAt, Instant knownAt);

  /**
   * Looks through one stretch of all licences for valid ones whose last day lies from {@code from}
   * to before {@code before}.
   *
   * @param after where the last stretch said to go on; empty for the beginning
   */
  Ended ended(String after, LocalDate from, LocalDate before);

  /**
   * Looks through the news for licences that are valid now and whose last day lies before {@code
   * before}: reported late, or given back late.
   *
   * @param after sequence of the last event already looked at
   * @param upTo sequence of the last event to look at
   */
  Ended endedInNews(long after, long upTo, LocalDate before);

  /** Every event about the licence, by version and then by arrival. */
  List<HistoryEntry> history(LicenceIdentifier identifier);
}
