package licencehub.library;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import licencehub.model.code.LicenceIdentifier;

/** Licences with their full history. */
public interface LicenceRepository {
  /** The licence as it stands. */
  Optional<LicenceRecord> find(LicenceIdentifier identifier);

  /**
   * The licence as of a moment, on what the hub knew then.
   *
   * @param validAt the moment the answer is about, by the departments' own times
   * @param knownAt what the hub had received by then counts, nothing later
   */
  Optional<LicenceRecord> findAsOf(LicenceIdentifier identifier, Instant validAt, Instant knownAt);

  /** Every event about the licence, by version and then by arrival. */
  List<HistoryEntry> history(LicenceIdentifier identifier);
}
