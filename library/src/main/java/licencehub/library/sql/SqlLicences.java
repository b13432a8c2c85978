package licencehub.library.sql;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import licencehub.library.Ended;
import licencehub.library.HistoryEntry;
import licencehub.library.LicenceRecord;
import licencehub.library.LicenceRepository;
import licencehub.model.code.LicenceIdentifier;

/** Licences, as they stand and as they stood. */
final class SqlLicences implements LicenceRepository {
  private static final String HISTORY =
      "WITH RECURSIVE chain(seq) AS (SELECT latest FROM licence WHERE identifier = ?"
          + " UNION ALL SELECT e.previous FROM chain JOIN event e USING (seq)"
          + " WHERE e.previous IS NOT NULL) SELECT "
          + EventRows.COLUMNS
          + " FROM chain JOIN event e USING (seq) ORDER BY e.version, e.seq";

  private final Readers readers;
  private final Bulk bulk;
  private final EventRows events;
  private final LicenceRows rows;

  SqlLicences(Readers readers, EventRows events, Bulk bulk) {
    this.readers = readers;
    this.bulk = bulk;
    this.events = events;
    this.rows = new LicenceRows(events);
  }

  @Override
  public Optional<LicenceRecord> find(LicenceIdentifier identifier) {
    return readers.ask(it -> rows.find(it, identifier));
  }

  @Override
  public List<LicenceRecord> findAll(Set<LicenceIdentifier> identifiers) {
    return readers.ask(it -> new StandingLicences(it, bulk, rows, events).of(identifiers));
  }

  @Override
  public Optional<LicenceRecord> findAsOf(
      LicenceIdentifier identifier, Instant validAt, Instant knownAt) {
    long valid = Times.micros(validAt);
    long known = Times.micros(knownAt);
    return readers.ask(it -> new PastLicence(it, rows, valid, known).find(identifier));
  }

  @Override
  public Ended ended(String after, LocalDate from, LocalDate before) {
    return readers.ask(it -> new EndedLicences(it).among(after, from, before));
  }

  @Override
  public Ended endedInNews(long after, long upTo, LocalDate before) {
    return readers.ask(it -> new EndedLicences(it).inNews(after, upTo, before));
  }

  @Override
  public List<HistoryEntry> history(LicenceIdentifier identifier) {
    return readers.ask(it -> it.list(HISTORY, events::read, identifier.toString()));
  }
}
