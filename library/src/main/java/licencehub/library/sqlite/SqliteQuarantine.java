package licencehub.library.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import licencehub.library.Entry.Original;
import licencehub.library.Quarantine;
import licencehub.library.QuarantineEntry;
import licencehub.model.Fault;
import licencehub.model.Reason;
import licencehub.model.Text;
import licencehub.model.code.SourceId;
import org.jspecify.annotations.Nullable;

/** The quarantine, as it is read. */
final class SqliteQuarantine implements Quarantine {
  private static final String SELECT =
      "SELECT number, source, id, original, media_type, locator, received_at, attempts,"
          + " next_attempt, settled_as FROM quarantine WHERE ";
  private static final String FAULTS =
      "SELECT reason, path, zh, en FROM quarantine_fault WHERE number = ? ORDER BY place";
  private static final String LIST =
      SELECT
          + "settled_as IS NULL AND (?1 IS NULL OR source = ?1) AND (?2 IS NULL OR reason = ?2)"
          + " AND number > ?3 ORDER BY number LIMIT ?4";
  private static final String FIND = SELECT + "number = ?";
  private static final String DUE =
      SELECT
          + "settled_as IS NULL AND next_attempt IS NOT NULL AND next_attempt <= ?"
          + " ORDER BY next_attempt, number LIMIT ?";
  private static final String GROUPS =
      "SELECT source, reason, count(*), min(received_at), max(received_at) FROM quarantine"
          + " WHERE settled_as IS NULL AND (?1 IS NULL OR source = ?1)"
          + " GROUP BY source, reason ORDER BY 3 DESC, source, reason";

  /** What open submission of the sender's number came last. */
  private static final String OF_SUBMISSION =
      SELECT + "source = ? AND id = ? AND settled_as IS NULL ORDER BY number DESC LIMIT 1";

  private final Readers readers;

  SqliteQuarantine(Readers readers) {
    this.readers = readers;
  }

  @Override
  public List<Group> groups(@Nullable SourceId source) {
    return readers.ask(it -> it.list(GROUPS, SqliteQuarantine::group, text(source)));
  }

  @Override
  public List<QuarantineEntry> list(
      @Nullable SourceId source, @Nullable String reasonCode, long after, int limit) {
    return entries(LIST, text(source), reasonCode, after, limit);
  }

  @Override
  public Optional<QuarantineEntry> find(long number) {
    return entries(FIND, number).stream().findFirst();
  }

  @Override
  public List<QuarantineEntry> due(Instant now, int limit) {
    return entries(DUE, Times.micros(now), limit);
  }

  /** What is set aside and open of a sender's number, the newest. */
  Optional<QuarantineEntry> find(SourceId source, String id) {
    return entries(OF_SUBMISSION, source.text(), id).stream().findFirst();
  }

  private List<QuarantineEntry> entries(String sql, @Nullable Object... arguments) {
    return readers.ask(
        session -> {
          List<QuarantineEntry> found = new ArrayList<>();
          for (QuarantineEntry it : session.list(sql, SqliteQuarantine::entry, arguments)) {
            found.add(withFaults(it, session));
          }
          return found;
        });
  }

  private static QuarantineEntry withFaults(QuarantineEntry it, Session session)
      throws SQLException {
    return new QuarantineEntry(
        it.number(),
        it.source(),
        it.id(),
        it.original(),
        session.list(FAULTS, SqliteQuarantine::fault, it.number()),
        it.attempts(),
        it.nextAttempt(),
        it.settledAs());
  }

  private static QuarantineEntry entry(ResultSet row) throws SQLException {
    Long next = LicenceTable.number(row, 9);
    return new QuarantineEntry(
        row.getLong(1),
        new SourceId(row.getString(2)),
        row.getString(3),
        new Original(
            row.getBytes(4), row.getString(5), row.getString(6), Times.instant(row.getLong(7))),
        List.of(),
        row.getInt(8),
        next == null ? null : Times.instant(next),
        row.getString(10));
  }

  private static Fault fault(ResultSet row) throws SQLException {
    Reason reason = Reason.find(row.getString(1)).orElseThrow();
    return Fault.at(row.getString(2), reason, Text.of(row.getString(3), row.getString(4)));
  }

  private static Group group(ResultSet row) throws SQLException {
    return new Group(
        new SourceId(row.getString(1)),
        row.getString(2),
        row.getLong(3),
        Times.instant(row.getLong(4)),
        Times.instant(row.getLong(5)));
  }

  private static @Nullable String text(@Nullable SourceId source) {
    return source == null ? null : source.text();
  }
}
