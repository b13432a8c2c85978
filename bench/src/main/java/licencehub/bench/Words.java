package licencehub.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Rows for the search index, of words as frequent as in the hub's own.
 *
 * @param drawn words, each as often as it occurs
 * @param each words for one licence
 */
record Words(List<String> drawn, int each) {
  private static final int MOST = 500_000;

  static Words of(Statement statement) throws SQLException {
    statement.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary"
            + " USING fts5vocab('old', 'licence_token', 'row')");
    List<String> drawn = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery("SELECT term, doc FROM temp.vocabulary ORDER BY random()")) {
      while (rows.next() && drawn.size() < MOST) {
        for (int i = 0; i < rows.getInt(2) && drawn.size() < MOST; i++) {
          drawn.add(rows.getString(1));
        }
      }
    }
    return new Words(drawn, occurrences(statement) / Math.max(1, licences(statement)));
  }

  /** One row for every licence of the events from one to another. */
  void index(Connection connection, long from, long to) throws SQLException {
    Random random = new Random(from);
    try (PreparedStatement licences =
            connection.prepareStatement(
                "SELECT content FROM temp.ordered WHERE content >= ? AND content < ?");
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO licence_token (rowid, tokens) VALUES (?, ?)")) {
      licences.setLong(1, from);
      licences.setLong(2, to);
      try (ResultSet rows = licences.executeQuery()) {
        while (rows.next()) {
          insert.setLong(1, rows.getLong(1));
          insert.setString(2, line(random));
          insert.addBatch();
        }
      }
      insert.executeBatch();
    }
  }

  private String line(Random random) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < each; i++) {
      line.append(drawn.get(random.nextInt(drawn.size()))).append(' ');
    }
    return line.toString();
  }

  private static int occurrences(Statement statement) throws SQLException {
    return number(statement, "SELECT sum(doc) FROM temp.vocabulary");
  }

  private static int licences(Statement statement) throws SQLException {
    return number(statement, "SELECT count(content) FROM old.licence");
  }

  private static int number(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }
}
