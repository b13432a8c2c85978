package licencehub.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/**
 * What PostgreSQL itself makes of the same rows: everything the library wrote is read as binary
 * COPY into memory, and written by COPY into emptied tables of the same schema, a thousand events a
 * commit, by one connection with the same durability.
 */
final class RawDatabase {
  private static final int EACH = 1_000;

  private record Rows(String table, String where) {}

  private static final List<Rows> BY_EVENT =
      List.of(
          new Rows("event", "seq >= %1$d AND seq < %2$d"),
          new Rows("case_step", "event >= %1$d AND event < %2$d"),
          new Rows("licence", "latest >= %1$d AND latest < %2$d"),
          new Rows("licence_token", "event >= %1$d AND event < %2$d"),
          new Rows("ledger_hash", "level = 0 AND place >= %1$d AND place < %2$d"));

  private RawDatabase() {}

  /** Events a second; the schema is emptied, and holds these tables alone afterwards. */
  static double rate(Database database, String schema) throws SQLException, IOException {
    try (Connection connection = database.connect(schema);
        Statement statement = connection.createStatement()) {
      CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
      long events = number(statement, "SELECT count(*) FROM event");
      List<List<byte[]>> groups = new ArrayList<>();
      for (long from = 0; from < events; from += EACH) {
        groups.add(group(copy, from));
      }
      for (Rows it : BY_EVENT) {
        statement.execute("TRUNCATE " + it.table());
      }
      connection.setAutoCommit(false);
      long began = System.nanoTime();
      for (List<byte[]> group : groups) {
        for (int i = 0; i < group.size(); i++) {
          write(copy, BY_EVENT.get(i).table(), group.get(i));
        }
        connection.commit();
      }
      return events / ((System.nanoTime() - began) / 1e9);
    }
  }

  private static List<byte[]> group(CopyManager copy, long from) throws SQLException, IOException {
    List<byte[]> tables = new ArrayList<>();
    for (Rows it : BY_EVENT) {
      ByteArrayOutputStream rows = new ByteArrayOutputStream();
      String where = String.format(Locale.ROOT, it.where(), from, from + EACH);
      copy.copyOut(
          "COPY (SELECT * FROM %s WHERE %s) TO STDOUT (FORMAT binary)".formatted(it.table(), where),
          rows);
      tables.add(rows.toByteArray());
    }
    return tables;
  }

  private static void write(CopyManager copy, String table, byte[] rows) throws SQLException {
    CopyIn in = copy.copyIn("COPY " + table + " FROM STDIN (FORMAT binary)");
    in.writeToCopy(rows, 0, rows.length);
    in.endCopy();
  }

  private static long number(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }
}
