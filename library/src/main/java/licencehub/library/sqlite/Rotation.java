package licencehub.library.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import licencehub.library.DataKey;
import licencehub.library.KeyRing;
import licencehub.library.crypt.RowCipher;
import licencehub.model.Unavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings rows under the current data key, some in each transaction. Keeps nothing in memory. */
final class Rotation {
  private static final Logger LOG = LoggerFactory.getLogger(Rotation.class);
  private static final String KEYS = "SELECT id FROM data_key WHERE id <> ? ORDER BY id";
  private static final long MOST_BYTES = 1L << 20;

  private final List<RotatedTable> tables;
  private final KeyRing ring;

  Rotation(List<RotatedTable> tables, KeyRing ring) {
    this.tables = tables;
    this.ring = ring;
  }

  /** Rows of one table under one key. */
  record Lot(String table, @Nullable Integer key) {}

  /**
   * How far one run has come.
   *
   * @param passed of each lot, the last row that was looked at and did not open
   * @param accesses that did not open when their subject was to be hashed anew
   */
  record Reached(Map<Lot, Long> passed, Set<Long> accesses, long stuck) {
    static final Reached START = new Reached(Map.of(), Set.of(), 0);

    Reached {
      passed = Map.copyOf(passed);
      accesses = Set.copyOf(accesses);
    }

    long after(Lot lot) {
      return passed.getOrDefault(lot, -1L);
    }

    Reached past(Lot lot, long row) {
      Map<Lot, Long> further = new HashMap<>(passed);
      further.put(lot, row);
      return new Reached(further, accesses, stuck + 1);
    }

    Reached pastAccess(long row) {
      Set<Long> further = new HashSet<>(accesses);
      further.add(row);
      return new Reached(passed, further, stuck + 1);
    }
  }

  /** What a step did and where it leaves off. */
  record Step(long moved, Reached reached) {}

  /**
   * Encrypts rows anew: at most so many, and not many more bytes than a megabyte.
   *
   * @throws Unavailable when a key that is needed is not on the ring
   */
  Step step(Session file, DataKey now, int rows, Reached from) throws SQLException {
    Reached reached = from;
    long moved = 0;
    long bytes = 0;
    for (Lot lot : lots(file, now)) {
      RotatedTable table = table(lot);
      int limit = (int) (rows - moved);
      for (long row : table.rows(file, lot.key(), reached.after(lot), limit)) {
        try {
          bytes += table.encryptAgain(file, row, now);
          moved++;
        } catch (Unavailable e) {
          LOG.error("row {} of {} is left under its key", row, lot.table(), e);
          reached = reached.past(lot, row);
        }
        if (bytes >= MOST_BYTES) {
          return new Step(moved, reached);
        }
      }
    }
    return new Step(moved, reached);
  }

  /**
   * How many rows at most are left, by key; 0 is the clear. A key without rows is named until a
   * step has made sure of it.
   */
  SortedMap<Integer, Long> left(Session file, DataKey now) throws SQLException {
    SortedMap<Integer, Long> left = new TreeMap<>();
    for (Lot lot : lots(file, now)) {
      long count = table(lot).count(file, lot.key());
      if (count > 0 || lot.key() != null) {
        left.merge(lot.key() == null ? 0 : lot.key(), count, Long::sum);
      }
    }
    return left;
  }

  /** Whether every row is under the current key. */
  boolean isDone(Session file, DataKey now) throws SQLException {
    for (Lot lot : lots(file, now)) {
      if (!table(lot).rows(file, lot.key(), -1, 1).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private List<Lot> lots(Session file, DataKey now) throws SQLException {
    List<@Nullable Integer> keys = new ArrayList<>();
    keys.add(null);
    keys.addAll(file.list(KEYS, row -> row.getInt(1), now.id()));
    List<Lot> lots = new ArrayList<>();
    for (Integer key : keys) {
      if (key != null && ring.findData(key).isEmpty()) {
        throw RowCipher.missing(key);
      }
      tables.forEach(it -> lots.add(new Lot(it.name(), key)));
    }
    return lots;
  }

  private RotatedTable table(Lot lot) {
    return tables.stream().filter(it -> it.name().equals(lot.table())).findFirst().orElseThrow();
  }
}
