package licencehub.library.postgres;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import licencehub.library.sql.Addition;
import licencehub.library.sql.Column;
import licencehub.library.sql.Session;
import licencehub.library.sql.Words;
import org.jspecify.annotations.Nullable;

/**
 * A row for each word of each event, in the order of word and event, in parts by the hash of the
 * word: a holder's licences stand side by side in one part.
 */
final class PartitionedWords implements Words {
  private static final int PARTS = 16;

  private static final List<Column> COLUMNS = Column.list("token text, event bigint");

  /** Candidates asked for at a time: a type's words may be those of millions of licences. */
  private static final int PAGE = 500;

  @Override
  public void create(Session writer, String table) throws SQLException {
    writer.run(
        "CREATE TABLE "
            + table
            + " (token TEXT COLLATE \"C\" NOT NULL, event BIGINT NOT NULL,"
            + " PRIMARY KEY (token, event)) PARTITION BY HASH (token)");
    for (int part = 0; part < PARTS; part++) {
      writer.run(
          "CREATE TABLE %1$s_part_%3$d PARTITION OF %1$s FOR VALUES WITH (MODULUS %2$d, REMAINDER %3$d)"
              .formatted(table, PARTS, part));
    }
  }

  /** In the order of words: neighbours of one part stand in the same pages of its index. */
  @Override
  public void add(Session writer, String table, List<Content> contents) throws SQLException {
    SortedMap<String, List<Long>> words = new TreeMap<>();
    for (Content it : contents) {
      for (String token : new HashSet<>(List.of(it.tokens().split(" ", -1)))) {
        words.computeIfAbsent(token, none -> new ArrayList<>()).add(it.event());
      }
    }
    List<@Nullable Object[]> rows = new ArrayList<>();
    words.forEach(
        (token, events) -> events.forEach(it -> rows.add(new @Nullable Object[] {token, it})));
    Addition addition = new Addition(table, COLUMNS, 0);
    new ByArrays().add(writer, addition, rows);
  }

  @Override
  public void visit(
      Session session, String table, Set<String> tokens, long before, Session.Visitor visitor)
      throws SQLException {
    String sql = select(table, tokens.size());
    Page page = new Page(before, visitor);
    do {
      page.begin();
      List<Object> arguments = new ArrayList<>(tokens);
      arguments.add(page.last);
      session.visit(sql, page, arguments.toArray());
    } while (page.isFull());
  }

  private static String select(String table, int words) {
    StringBuilder sql =
        new StringBuilder("SELECT e.seq, e.subject, e.source, e.id, e.document FROM ");
    StringBuilder where = new StringBuilder(" WHERE t0.token = ?");
    sql.append(table).append(" t0");
    for (int i = 1; i < words; i++) {
      sql.append(" JOIN %s t%d ON t%2$d.event = t0.event".formatted(table, i));
      where.append(" AND t%d.token = ?".formatted(i));
    }
    return sql.append(" JOIN event e ON e.seq = t0.event")
        .append(" JOIN licence l ON l.identifier = e.subject AND l.content = e.seq")
        .append(where)
        .append(" AND t0.event < ? ORDER BY t0.event DESC LIMIT " + PAGE)
        .toString();
  }

  /** A table goes at once, however large. */
  @Override
  public long remove(Session writer, String table, int rows) throws SQLException {
    writer.run("DROP TABLE " + table);
    return 0;
  }

  /** Counts what a visitor was shown. */
  private static final class Page implements Session.Visitor {
    private final Session.Visitor visitor;
    private long last;
    private int shown;
    private boolean more = true;

    Page(long before, Session.Visitor visitor) {
      this.last = before;
      this.visitor = visitor;
    }

    void begin() {
      shown = 0;
    }

    /** Whether there may be more that the visitor wants. */
    boolean isFull() {
      return more && shown == PAGE;
    }

    @Override
    public boolean wantsMoreAfter(java.sql.ResultSet row) throws SQLException {
      shown++;
      last = row.getLong(1);
      more = visitor.wantsMoreAfter(row);
      return more;
    }
  }
}
