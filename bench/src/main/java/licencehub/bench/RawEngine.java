package licencehub.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What SQLite itself makes of the same rows: the tables the hub filled are copied by INSERT …
 * SELECT into an empty database of the same schema and the same durability, a thousand events a
 * commit. The search index gives no row back, so as many words are drawn from its vocabulary.
 */
final class RawEngine {
  private static final int EACH = 1_000;
  private static final List<String> BY_EVENT =
      List.of(
          "INSERT INTO event SELECT * FROM old.event WHERE seq >= %1$d AND seq < %2$d",
          "INSERT INTO case_step SELECT * FROM old.case_step WHERE event >= %1$d AND event < %2$d",
          "INSERT INTO licence SELECT * FROM temp.ordered WHERE latest >= %1$d AND latest < %2$d",
          "INSERT INTO ledger_hash SELECT * FROM old.ledger_hash"
              + " WHERE level = 0 AND place >= %1$d AND place < %2$d");

  private RawEngine() {}

  /** Events a second; {@code fresh} is written anew. */
  static double rate(Path library, Path fresh) throws SQLException, IOException {
    for (String suffix : List.of("", "-wal", "-shm")) {
      Files.deleteIfExists(Path.of(fresh + suffix));
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + fresh);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA page_size=8192");
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute("PRAGMA synchronous=FULL");
      statement.execute("PRAGMA cache_size=-65536");
      statement.execute("ATTACH 'file:" + library + "?mode=ro' AS old");
      for (String ddl : schema(statement)) {
        statement.execute(ddl);
      }
      // Found by the event from here on, or each group would search all licences.
      statement.execute("CREATE TEMP TABLE ordered AS SELECT * FROM old.licence");
      statement.execute("CREATE INDEX temp.ordered_latest ON ordered (latest)");
      statement.execute("CREATE INDEX temp.ordered_content ON ordered (content)");
      return copy(connection, statement, Words.of(statement));
    }
  }

  private static double copy(Connection connection, Statement statement, Words words)
      throws SQLException {
    connection.setAutoCommit(false);
    long events = count(statement);
    long began = System.nanoTime();
    for (long from = 0; from < events; from += EACH) {
      for (String sql : BY_EVENT) {
        statement.executeUpdate(String.format(java.util.Locale.ROOT, sql, from, from + EACH));
      }
      words.index(connection, from, from + EACH);
      connection.commit();
    }
    return events / ((System.nanoTime() - began) / 1e9);
  }

  private static List<String> schema(Statement statement) throws SQLException {
    List<String> ddl = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT sql FROM old.sqlite_master WHERE sql IS NOT NULL AND tbl_name IN"
                + " ('event', 'case_step', 'licence', 'ledger_hash', 'licence_token') ORDER BY type DESC")) {
      while (rows.next()) {
        ddl.add(rows.getString(1));
      }
    }
    return ddl;
  }

  private static long count(Statement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM old.event")) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }
}
