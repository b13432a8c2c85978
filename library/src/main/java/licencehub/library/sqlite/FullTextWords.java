package licencehub.library.sqlite;

import static java.util.stream.Collectors.joining;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import licencehub.library.sql.Session;
import licencehub.library.sql.Words;
import org.jspecify.annotations.Nullable;

/** Tables of FTS5 that keep no text: the row is the event. */
final class FullTextWords implements Words {
  @Override
  public void create(Session writer, String table) throws SQLException {
    writer.run(
        "CREATE VIRTUAL TABLE "
            + table
            + " USING fts5(tokens, content = '', detail = none, columnsize = 0, tokenize = 'ascii')");
  }

  @Override
  public void add(Session writer, String table, List<Content> contents) throws SQLException {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Content it : contents) {
      rows.add(new @Nullable Object[] {it.event(), it.tokens()});
    }
    writer.changeAll("INSERT INTO " + table + " (rowid, tokens) VALUES (?, ?)", rows);
  }

  @Override
  public void visit(
      Session session, String table, Set<String> tokens, long before, Session.Visitor visitor)
      throws SQLException {
    String all = tokens.stream().map(it -> '"' + it + '"').collect(joining(" AND "));
    session.visit(
        """
        SELECT e.seq, e.subject, e.source, e.id, e.document FROM %1$s t
        CROSS JOIN event e ON e.seq = t.rowid
        CROSS JOIN licence l ON l.identifier = e.subject AND l.content = e.seq
        WHERE %1$s MATCH ? AND t.rowid < ? ORDER BY t.rowid DESC"""
            .formatted(table),
        visitor,
        all,
        before);
  }

  /** An index of millions of licences is too large to go in one transaction: FTS5's rows first. */
  @Override
  public long remove(Session writer, String table, int rows) throws SQLException {
    long removed =
        writer.change(
            "DELETE FROM %1$s_data WHERE id IN (SELECT id FROM %1$s_data LIMIT ?)".formatted(table),
            rows);
    if (removed == 0) {
      writer.run("DROP TABLE " + table);
    }
    return removed;
  }
}
