package licencehub.library.sqlite;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import licencehub.library.Archive;
import licencehub.model.code.SourceId;
import licencehub.model.ledger.Checkpoint;

/** Reads {@code library.db} in one transaction, which shows it as of its beginning. */
final class SqliteArchive implements Archive {
  private static final String EVENTS =
      "SELECT seq, source, id, received_at, document, original"
          + " FROM event WHERE seq >= ? ORDER BY seq LIMIT ?";

  private final Session session;

  private SqliteArchive(Session session) {
    this.session = session;
  }

  static SqliteArchive open(Path folder) {
    Session session = LibraryFile.reader(folder);
    try {
      session.run("BEGIN");
      SqliteArchive archive = new SqliteArchive(session);
      archive.latest(); // the transaction's moment is that of its first read
      return archive;
    } catch (SQLException e) {
      throw LibraryFile.unavailable(e);
    }
  }

  @Override
  public Optional<Checkpoint> latest() {
    return ask(() -> session.first(SqliteLedger.LATEST, SqliteLedger::checkpoint));
  }

  @Override
  public List<Filed> events(long from, int limit) {
    return ask(() -> session.list(EVENTS, SqliteArchive::filed, from, limit));
  }

  @Override
  public List<Row> rows(Part part, List<String> after, int limit) {
    ArchivedColumns columns = ArchivedColumns.of(part);
    Object[] arguments = new Object[after.size() + 1];
    for (int i = 0; i < after.size(); i++) {
      arguments[i] = after.get(i);
    }
    arguments[after.size()] = limit;
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

  private static Filed filed(ResultSet row) throws SQLException {
    byte[] document = row.getBytes(5);
    byte[] original = row.getBytes(6);
    return new Filed(
        row.getLong(1),
        new SourceId(row.getString(2)),
        row.getString(3),
        Times.instant(row.getLong(4)),
        document,
        original == null ? document : original);
  }

  /** A question to the session. */
  private interface Question<T extends @org.jspecify.annotations.Nullable Object> {
    T ask() throws SQLException;
  }

  private static <T extends @org.jspecify.annotations.Nullable Object> T ask(Question<T> question) {
    try {
      return question.ask();
    } catch (SQLException e) {
      throw LibraryFile.unavailable(e);
    }
  }
}
