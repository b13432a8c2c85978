package licencehub.library.sqlite;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import licencehub.library.HistoryEntry;
import licencehub.library.LicenceRecord;
import licencehub.library.LicenceRepository;
import licencehub.model.code.LicenceIdentifier;

/** Licences, as they stand and as they stood. */
final class SqliteLicences implements LicenceRepository {
  private static final String HISTORY =
      "WITH RECURSIVE chain(seq) AS (SELECT latest FROM licence WHERE identifier = ?"
          + " UNION ALL SELECT e.previous FROM chain JOIN event e USING (seq)"
          + " WHERE e.previous IS NOT NULL) SELECT "
          + EventRows.COLUMNS
          + " FROM chain JOIN event e USING (seq) ORDER BY e.version, e.seq";

  private final Readers readers;

  SqliteLicences(Readers readers) {
    this.readers = readers;
  }

  @Override
  public Optional<LicenceRecord> find(LicenceIdentifier identifier) {
    return readers.ask(it -> LicenceRows.find(it, identifier));
  }

  @Override
  public Optional<LicenceRecord> findAsOf(
      LicenceIdentifier identifier, Instant validAt, Instant knownAt) {
    return readers.ask(it -> PastLicence.of(it, validAt, knownAt).find(identifier));
  }

  @Override
  public List<HistoryEntry> history(LicenceIdentifier identifier) {
    return readers.ask(it -> it.list(HISTORY, EventRows::read, identifier.toString()));
  }
}
