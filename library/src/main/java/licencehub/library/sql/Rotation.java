package licencehub.library.sql;

import java.sql.SQLException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import licencehub.library.DataKey;
import licencehub.library.KeyRing;
import licencehub.library.crypt.RowCipher;
import licencehub.model.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings rows under the current data key, some in each transaction. Keeps nothing in memory. */
final class Rotation {
  private static final Logger LOG = LoggerFactory.getLogger(Rotation.class);
  private static final String KEYS = "SELECT id FROM data_key WHERE id <> ? ORDER BY id";
  private static final String FORGET = "DELETE FROM data_key WHERE id <> ?";
  private static final long MOST_BYTES = 1L << 20;

  private final List<RotatedTable> tables;
  private final KeyRing ring;

  Rotation(List<RotatedTable> tables, KeyRing ring) {
    this.tables = tables;
    this.ring = ring;
  }

  /** What is left: which keys rows may be under, how many rows at most, how many do not open. */
  record Left(SortedSet<Integer> keys, long rows, long stuck) {}

  /**
   * Encrypts rows anew: at most so many, and not many more bytes than a megabyte. Forgets the other
   * keys when no row is left under them.
   *
   * @return how many it dealt with
   * @throws Unavailable when a key that is needed is not on the ring
   */
  long step(Session file, DataKey now, int rows) throws SQLException {
    SortedSet<Integer> others = others(file, now);
    for (int key : others) {
      if (key > 0 && ring.findData(key).isEmpty()) {
        throw RowCipher.missing(key, ring);
      }
    }
    Run run = new Run(file, now, rows);
    for (Cursor it : Cursor.list(file)) {
      run.through(it);
    }
    if (!others.isEmpty() && run.isComplete()) {
      file.change(FORGET, now.id());
    }
    return run.moved;
  }

  Left left(Session file, DataKey now) throws SQLException {
    long rows = 0;
    long stuck = 0;
    for (Cursor it : Cursor.list(file)) {
      rows += it.key() == now.id() ? it.left() : all(file, it.name());
      stuck += it.stuck();
    }
    return new Left(others(file, now), rows, stuck);
  }

  private static SortedSet<Integer> others(Session file, DataKey now) throws SQLException {
    return new TreeSet<>(file.list(KEYS, row -> row.getInt(1), now.id()));
  }

  private static long all(Session file, String table) throws SQLException {
    return file.first(Cursor.end(table), row -> row.getLong(1)).orElseThrow()
        - file.first(Cursor.first(table), row -> row.getLong(1)).orElseThrow();
  }

  /** One step. */
  private final class Run {
    private final Session file;
    private final DataKey now;
    private final int rows;
    private long moved;
    private long bytes;
    private boolean complete = true;

    Run(Session file, DataKey now, int rows) {
      this.file = file;
      this.now = now;
      this.rows = rows;
    }

    /** Whether every row of every table is under the key. */
    boolean isComplete() {
      return complete;
    }

    void through(Cursor from) throws SQLException {
      Cursor at = from;
      RotatedTable table = table(from.name());
      while (at.left() > 0 && moved < rows && bytes < MOST_BYTES) {
        List<Long> some = table.rows(file, at, 1);
        at = some.isEmpty() ? at.at(at.upto(), 0) : again(table, at, some.getFirst());
      }
      if (!at.equals(from)) {
        at.keep(file);
      }
      complete &= at.left() == 0 && at.stuck() == 0;
    }

    private Cursor again(RotatedTable table, Cursor at, long row) throws SQLException {
      moved++;
      try {
        bytes += table.encryptAgain(file, row, now);
        return at.at(row + 1, 0);
      } catch (Unavailable e) {
        LOG.error("row {} of {} is left as it is: {}", row, table.name(), e.getMessage());
        return at.at(row + 1, 1);
      }
    }
  }

  private RotatedTable table(String name) {
    return tables.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }
}
