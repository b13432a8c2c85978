package licencehub.library.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import licencehub.library.KeyRing;
import licencehub.library.LibraryMove.Moved;
import licencehub.library.LibraryMove.Part;
import licencehub.library.ProgressListener;
import licencehub.model.Digest;
import licencehub.model.Unavailable;
import licencehub.model.ledger.Checkpoint;
import org.jspecify.annotations.Nullable;

/**
 * Copies every row of one library into another, a page in a transaction, in the order of keys: the
 * last key on the other side tells where a copy that was broken off goes on.
 *
 * @param source which nobody writes to meanwhile
 * @param target which no hub opens before it is done
 * @param atLast what the target needs to go on numbering by itself
 */
public record SqlMove(
    Session source, Session target, SqlDialect dialect, KeyRing ring, List<String> atLast) {
  private static final String BEGUN = "SELECT origin FROM moved_from";
  private static final String BEGIN = "INSERT INTO moved_from (origin, done) VALUES (?, 0)";
  private static final String DONE = "UPDATE moved_from SET done = 1";
  private static final String FRONTIER = "SELECT size, hashes FROM frontier";
  private static final String HEAD = "UPDATE frontier SET size = ?, hashes = ?";
  private static final String ROTATION =
      "UPDATE rotation SET key = ?, next = ?, upto = ?, stuck = ? WHERE name = ?";

  public Moved run(ProgressListener progress) throws SQLException {
    KeyTable.compare(source, ring);
    begin();
    copy(progress);
    List<Part> parts = compared();
    turns()
        .take(
            () -> {
              head();
              target.change(DONE);
            });
    return new Moved(target.first(SqlLedger.LATEST, SqlLedger::checkpoint), parts);
  }

  /** A copy is of one library, as it stood when the copying began. */
  private void begin() throws SQLException {
    String origin = origin();
    turns()
        .take(
            () -> {
              String begun = target.first(BEGUN, row -> row.getString(1)).orElse(null);
              if (begun == null) {
                mustBeEmpty();
                target.change(BEGIN, origin);
              } else if (!begun.equals(origin)) {
                throw refused(
                    "其中是另一个库的副本，或原库此后又有改动；请换一个 schema 重来。 It holds a copy of another"
                        + " library, or this one was written to since: begin again in another schema.");
              }
            });
  }

  private void mustBeEmpty() throws SQLException {
    for (MovedTable table : MovedTable.ALL) {
      if (table.rows(target) > 0) {
        throw refused(
            "其中已有内容（"
                + table.name()
                + "）；请换一个空的 schema。 There is something in it already, in "
                + table.name()
                + ": name an empty schema.");
      }
    }
  }

  /** Tells this library, as it stands, from every other. */
  private String origin() throws SQLException {
    List<String> signs = new ArrayList<>();
    Optional<Checkpoint> latest = source.first(SqlLedger.LATEST, SqlLedger::checkpoint);
    signs.add(latest.map(Checkpoint::note).orElse(""));
    for (MovedTable table : MovedTable.ALL) {
      signs.add(table.name() + " " + table.rows(source) + " " + table.last(source));
    }
    Cursor.list(source).forEach(it -> signs.add(it.toString()));
    return Digest.of(String.join("\n", signs).getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .toString();
  }

  private void copy(ProgressListener progress) throws SQLException {
    long total = 0;
    long done = 0;
    for (MovedTable table : MovedTable.ALL) {
      total += table.rows(source);
      done += table.rows(target);
    }
    target.rollBack();
    for (MovedTable table : MovedTable.ALL) {
      List<@Nullable Object> last = table.last(target);
      target.rollBack();
      List<MovedTable.Row> page = table.page(source, last);
      while (!page.isEmpty()) {
        List<MovedTable.Row> rows = page;
        turns().take(() -> table.add(target, rows));
        done += rows.size();
        progress.at(done, total);
        page = table.page(source, table.key(rows.getLast()));
      }
    }
    rotation();
    new MovedWords(turns(), source, target, ring).make();
  }

  private void rotation() throws SQLException {
    turns()
        .take(
            () -> {
              for (Cursor it : Cursor.list(source)) {
                target.change(ROTATION, it.key(), it.next(), it.upto(), it.stuck(), it.name());
              }
            });
  }

  private List<Part> compared() throws SQLException {
    List<Part> parts = new ArrayList<>();
    for (MovedTable table : MovedTable.ALL) {
      Part here = table.part(source);
      Part there = table.part(target);
      target.rollBack();
      if (!here.equals(there)) {
        throw refused(
            "两边的 %s 不一致（%d 行与 %d 行），未启用。 Both sides differ in %1$s (%2$d rows and %3$d): it is not put to use."
                .formatted(table.name(), here.rows(), there.rows()));
      }
      parts.add(here);
    }
    return parts;
  }

  /** The ledger's head last: with it the copy is a library. */
  private void head() throws SQLException {
    source.visit(
        FRONTIER,
        row -> {
          target.change(HEAD, row.getLong(1), row.getBytes(2));
          return true;
        });
    for (String each : atLast) {
      target.run(each);
    }
  }

  private Turns turns() {
    return new Turns(dialect, target);
  }

  private Unavailable refused(String why) {
    return new Unavailable(target.name(), why);
  }
}
