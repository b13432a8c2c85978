package licencehub.library.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import licencehub.library.HistoryEntry;
import licencehub.library.crypt.RowCipher;
import licencehub.model.code.SourceId;
import licencehub.model.event.EventType;

/** Reads events back. */
final class EventRows {
  /** What {@link #read} wants. */
  static final String NAMES =
      "seq, source, id, type, subject, version, happened_at, received_at, document";

  /** The same, of a table called {@code e}. */
  static final String COLUMNS = "e." + NAMES.replace(", ", ", e.");

  /** The first column after those. */
  static final int BEHIND = 10;

  private static final String ONE = "SELECT " + COLUMNS + " FROM event e WHERE e.seq = ?";

  private final EventCipher cipher;

  EventRows(RowCipher cipher) {
    this.cipher = new EventCipher(cipher);
  }

  HistoryEntry read(ResultSet row) throws SQLException {
    String source = row.getString(2);
    String id = row.getString(3);
    return new HistoryEntry(
        row.getLong(1),
        new SourceId(source),
        id,
        EventType.parse(row.getString(4)),
        row.getString(5),
        row.getLong(6),
        Times.instant(row.getLong(7)),
        Times.instant(row.getLong(8)),
        cipher.document(source, id, row.getBytes(9)));
  }

  /** The event with this sequence; what refers to one is never without it. */
  HistoryEntry one(Session session, long sequence) throws SQLException {
    return session.first(ONE, this::read, sequence).orElseThrow();
  }
}
