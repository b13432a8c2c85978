package licencehub.library.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import licencehub.library.HistoryEntry;
import licencehub.library.LicenceRecord;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.event.EventType;
import licencehub.model.event.LicenceStatus;
import org.jspecify.annotations.Nullable;

/** Reads licences as they stand. */
final class LicenceRows {
  /** The successor that counts when several claim to be one does not depend on which came first. */
  private static final String FIND =
      """
      SELECT status, valid_to, content, decision,
        (SELECT r.event FROM replacement r
          JOIN event e ON e.seq = r.event
          JOIN licence s ON s.identifier = e.subject AND s.content = r.event
          WHERE r.former = licence.identifier
          ORDER BY e.happened_at, e.document_digest LIMIT 1)
      FROM licence WHERE identifier = ?""";

  private final EventRows events;

  LicenceRows(EventRows events) {
    this.events = events;
  }

  /** Where the events are that a licence refers to. */
  interface Events {
    HistoryEntry one(long sequence) throws SQLException;
  }

  private record Row(
      LicenceStatus status,
      @Nullable Long validTo,
      @Nullable Long content,
      @Nullable Long decision,
      @Nullable Long successor) {}

  Optional<LicenceRecord> find(Session session, LicenceIdentifier identifier) throws SQLException {
    Row row = session.first(FIND, LicenceRows::read, identifier.toString()).orElse(null);
    return row == null
        ? Optional.empty()
        : Optional.of(
            record(
                it -> event(session, it),
                identifier,
                row.status(),
                row.validTo(),
                row.content(),
                row.decision(),
                row.successor()));
  }

  /**
   * @param content sequence of the event that states the content
   * @param decision sequence of the event that decides the status, as far as its own events do so;
   *     an issued event leaves that to the content
   * @param successor sequence of the event that replaces it by another licence
   */
  LicenceRecord record(
      Events stated,
      LicenceIdentifier identifier,
      LicenceStatus status,
      @Nullable Long validTo,
      @Nullable Long content,
      @Nullable Long decision,
      @Nullable Long successor)
      throws SQLException {
    boolean ended = status == LicenceStatus.REVOKED || status == LicenceStatus.CANCELLED;
    boolean replaced = successor != null && !ended;
    HistoryEntry first = content == null ? null : stated.one(content);
    Long decided = replaced ? successor : decision;
    HistoryEntry latest = decided == null || decided.equals(content) ? first : stated.one(decided);
    boolean plain = !replaced && latest != null && latest.type() == EventType.LICENCE_ISSUED;
    return new LicenceRecord(
        identifier,
        replaced ? LicenceStatus.REPLACED : status,
        validTo == null ? null : LocalDate.ofEpochDay(validTo),
        first,
        Objects.requireNonNull(plain ? first : latest));
  }

  HistoryEntry event(Session session, long sequence) throws SQLException {
    return events.one(session, sequence);
  }

  private static Row read(ResultSet row) throws SQLException {
    return new Row(
        LicenceTable.status(row.getString(1)),
        LicenceTable.number(row, 2),
        LicenceTable.number(row, 3),
        LicenceTable.number(row, 4),
        LicenceTable.number(row, 5));
  }
}
