package licencehub.library.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import licencehub.library.Archive;
import licencehub.library.KeyRing;
import licencehub.library.crypt.RowCipher;
import licencehub.model.Unavailable;
import licencehub.model.code.SourceId;
import licencehub.model.ledger.Checkpoint;

/** Reads a library in one transaction, which shows it as of its beginning. */
public final class SqlArchive implements Archive {
  private static final String EVENTS =
      "SELECT seq, source, id, received_at, document, original"
          + " FROM event WHERE seq >= ? ORDER BY seq LIMIT ?";

  private final Session session;
  private final EventCipher cipher;

  private SqlArchive(Session session, EventCipher cipher) {
    this.session = session;
    this.cipher = cipher;
  }

  /**
   * @param session in a transaction that begins with its first read
   */
  public static Archive open(Session session, KeyRing keys) {
    SqlArchive archive = new SqlArchive(session, new EventCipher(new RowCipher(keys)));
    try {
      KeyTable.compare(session, keys);
      archive.latest(); // the transaction's moment is that of its first read
      return archive;
    } catch (SQLException e) {
      archive.close();
      throw session.unavailable(e);
    } catch (Unavailable e) {
      archive.close();
      throw e;
    }
  }

  @Override
  public Optional<Checkpoint> latest() {
    return ask(() -> session.first(SqlLedger.LATEST, SqlLedger::checkpoint));
  }

  @Override
  public List<Filed> events(long from, int limit) {
    return ask(() -> session.list(EVENTS, this::filed, from, limit));
  }

  @Override
  public List<Row> rows(Part part, List<String> after, int limit) {
    ArchivedColumns columns = ArchivedColumns.of(part);
    Object[] arguments = Stream.concat(after.stream(), Stream.of(limit)).toArray();
    return ask(() -> session.list(columns.select(!after.isEmpty()), columns::row, arguments));
  }

  @Override
  public void close() {
    ask(
        () -> {
          session.close();
          return null;
        });
  }

  private Filed filed(ResultSet row) throws SQLException {
    String source = row.getString(2);
    String id = row.getString(3);
    byte[] stored = row.getBytes(5);
    byte[] original = row.getBytes(6);
    byte[] document = opened(() -> cipher.document(source, id, stored));
    return new Filed(
        row.getLong(1),
        new SourceId(source),
        id,
        Times.instant(row.getLong(4)),
        document,
        original == null ? document : opened(() -> cipher.original(source, id, stored, original)));
  }

  /** What does not open was changed: it is not what was accepted, whatever it is. */
  private static byte[] opened(Supplier<byte[]> value) {
    try {
      return value.get();
    } catch (Unavailable e) {
      return new byte[0];
    }
  }

  /** A question to the session. */
  private interface Question<T extends @org.jspecify.annotations.Nullable Object> {
    T ask() throws SQLException;
  }

  private <T extends @org.jspecify.annotations.Nullable Object> T ask(Question<T> question) {
    try {
      return question.ask();
    } catch (SQLException e) {
      throw session.unavailable(e);
    }
  }
}
