package licencehub.library.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import licencehub.library.Entry.Original;
import licencehub.library.Quarantine;
import licencehub.library.QuarantineEntry;
import licencehub.library.Retries;
import licencehub.library.crypt.RowCipher;
import licencehub.library.sql.QuarantineCipher.Place;
import licencehub.model.Digest;
import licencehub.model.code.SourceId;
import org.jspecify.annotations.Nullable;

/** The quarantine, as it is read. */
final class SqlQuarantine implements Quarantine {
  private static final String SELECT =
      "SELECT number, source, id, original, media_type, locator, received_at, attempts,"
          + " next_attempt, settled_as, digest FROM quarantine WHERE ";
  private static final String LIST =
      SELECT
          + "settled_as IS NULL AND (CAST(? AS TEXT) IS NULL OR source = ?)"
          + " AND (CAST(? AS TEXT) IS NULL OR reason = ?) AND number > ? ORDER BY number LIMIT ?";
  private static final String FIND = SELECT + "number = ?";
  private static final String DUE =
      SELECT
          + "settled_as IS NULL AND next_attempt IS NOT NULL"
          + " AND (next_attempt <= ? OR next_attempt > ?)"
          + " ORDER BY next_attempt, number LIMIT ?";
  private static final String GROUPS =
      "SELECT source, reason, count(*), min(received_at), max(received_at) FROM quarantine"
          + " WHERE settled_as IS NULL AND (CAST(? AS TEXT) IS NULL OR source = ?)"
          + " GROUP BY source, reason ORDER BY 3 DESC, source, reason";

  /** What open submission of the sender's number came last. */
  private static final String OF_SUBMISSION =
      SELECT + "source = ? AND id = ? AND settled_as IS NULL ORDER BY number DESC LIMIT 1";

  private final Readers readers;
  private final Duration longest;
  private final QuarantineCipher cipher;

  SqlQuarantine(Readers readers, RowCipher cipher, Retries retries) {
    this.readers = readers;
    this.longest = retries.most();
    this.cipher = new QuarantineCipher(cipher);
  }

  @Override
  public List<Group> groups(@Nullable SourceId source) {
    return readers.ask(it -> it.list(GROUPS, SqlQuarantine::group, text(source), text(source)));
  }

  @Override
  public List<QuarantineEntry> list(
      @Nullable SourceId source, @Nullable String reasonCode, long after, int limit) {
    return entries(LIST, text(source), text(source), reasonCode, reasonCode, after, limit);
  }

  @Override
  public Optional<QuarantineEntry> find(long number) {
    return entries(FIND, number).stream().findFirst();
  }

  /** Nothing waits longer than the longest pause: a clock that was set back holds nothing up. */
  @Override
  public List<QuarantineEntry> due(Instant now, int limit) {
    return entries(DUE, Times.micros(now), Times.micros(now.plus(longest)), limit);
  }

  /** What is set aside and open of a sender's number, the newest. */
  Optional<QuarantineEntry> find(SourceId source, String id) {
    return entries(OF_SUBMISSION, source.text(), id).stream().findFirst();
  }

  private List<QuarantineEntry> entries(String sql, @Nullable Object... arguments) {
    return readers.ask(
        session -> {
          List<QuarantineEntry> found = new ArrayList<>();
          for (QuarantineEntry it : session.list(sql, this::entry, arguments)) {
            found.add(withFaults(it, session));
          }
          return found;
        });
  }

  private QuarantineEntry withFaults(QuarantineEntry it, Session session) throws SQLException {
    long number = it.number();
    return new QuarantineEntry(
        it.number(),
        it.source(),
        it.id(),
        it.original(),
        session.list(QuarantineCipher.FAULTS, row -> cipher.fault(number, row), number),
        it.attempts(),
        it.nextAttempt(),
        it.settledAs());
  }

  private QuarantineEntry entry(ResultSet row) throws SQLException {
    Long next = LicenceTable.number(row, 9);
    return new QuarantineEntry(
        row.getLong(1),
        new SourceId(row.getString(2)),
        row.getString(3),
        original(row),
        List.of(),
        row.getInt(8),
        next == null ? null : Times.instant(next),
        row.getString(10));
  }

  private Original original(ResultSet row) throws SQLException {
    Place place = new Place(row.getString(2), Digest.wrap(row.getBytes(11)));
    String locator = row.getString(6);
    boolean clear = !RowCipher.isEncrypted(locator);
    return new Original(
        clear ? row.getBytes(4) : cipher.original(place, row.getBytes(4)),
        row.getString(5),
        clear ? locator : cipher.locator(place, locator),
        Times.instant(row.getLong(7)));
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
