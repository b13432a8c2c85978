package licencehub.library.sqlite;

import java.sql.SQLException;
import java.util.Set;
import licencehub.library.sql.Bulk;
import licencehub.library.sql.Session;
import licencehub.library.sql.SqlDialect;
import licencehub.library.sql.Words;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** One file, one writer: whoever begins to write is alone. */
final class SqliteDialect implements SqlDialect {
  private static final Set<SQLiteErrorCode> OF_THE_ROW =
      Set.of(
          SQLiteErrorCode.SQLITE_ERROR,
          SQLiteErrorCode.SQLITE_CONSTRAINT,
          SQLiteErrorCode.SQLITE_MISMATCH,
          SQLiteErrorCode.SQLITE_RANGE,
          SQLiteErrorCode.SQLITE_TOOBIG);

  private static final int PRIMARY = 0xff;

  @Override
  public void begin(Session writer) throws SQLException {
    writer.run("BEGIN IMMEDIATE");
  }

  @Override
  public void commit(Session writer) throws SQLException {
    writer.commit();
  }

  @Override
  public boolean isOfTheRow(SQLException e) {
    return e instanceof SQLiteException it
        && OF_THE_ROW.contains(SQLiteErrorCode.getErrorCode(it.getResultCode().code & PRIMARY));
  }

  @Override
  public void wipe(Session writer, boolean on) throws SQLException {
    writer.first("PRAGMA secure_delete = " + (on ? "ON" : "OFF"), row -> row.getInt(1));
  }

  @Override
  public Words words() {
    return new FullTextWords();
  }

  @Override
  public Bulk bulk() {
    return new ManyKeys();
  }
}
