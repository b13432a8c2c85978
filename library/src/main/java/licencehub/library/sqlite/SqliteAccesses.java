package licencehub.library.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import licencehub.library.Access;
import licencehub.library.Access.LookupReason;
import licencehub.library.AccessLog;

/** The access log, newest first. */
final class SqliteAccesses implements AccessLog {
  private static final String SELECT =
      "SELECT number, at, caller, role, item, case_number, purpose, operator, action, subject,"
          + " result FROM access WHERE number < ?";
  private static final String ORDER = " ORDER BY number DESC LIMIT ?";
  private static final String ALL = SELECT + ORDER;
  private static final String ONE = SELECT + " AND subject = ?" + ORDER;

  private final Readers readers;

  SqliteAccesses(Readers readers) {
    this.readers = readers;
  }

  @Override
  public List<Access> list(String subject, long before, int limit) {
    return readers.ask(
        it ->
            subject.isEmpty()
                ? it.list(ALL, SqliteAccesses::read, before, limit)
                : it.list(ONE, SqliteAccesses::read, before, subject, limit));
  }

  private static Access read(ResultSet row) throws SQLException {
    LookupReason reason =
        new LookupReason(row.getString(5), row.getString(6), row.getString(7), row.getString(8));
    return new Access(
        row.getLong(1),
        Times.instant(row.getLong(2)),
        row.getString(3),
        row.getString(4),
        reason,
        row.getString(9),
        row.getString(10),
        row.getString(11));
  }
}
