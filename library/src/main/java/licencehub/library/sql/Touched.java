package licencehub.library.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rows of one table that a group of submissions has to do with: all are read before the first
 * submission is decided, each sees what those before it made of them, and all are written together
 * after the last.
 */
final class Touched<K, V> {
  private final Set<K> wanted = new LinkedHashSet<>();
  private final Set<K> read = new HashSet<>();
  private final Map<K, V> rows = new HashMap<>();
  private final Set<K> changed = new LinkedHashSet<>();

  /** That the row will be asked for. */
  void want(K key) {
    wanted.add(key);
  }

  /** What was wanted, to be read now; it can be asked for from here on. */
  List<K> toRead() {
    wanted.removeAll(read);
    List<K> keys = List.copyOf(wanted);
    read.addAll(keys);
    wanted.clear();
    return keys;
  }

  /** A row as it stands in the table. */
  void found(K key, V row) {
    read.add(key);
    rows.put(key, row);
  }

  /** The row as it stands by now; a row nobody wanted is not known to be absent. */
  Optional<V> find(K key) {
    if (!read.contains(key)) {
      throw new IllegalStateException("a row is asked for that was not read");
    }
    return Optional.ofNullable(rows.get(key));
  }

  /** The row as it is to stand. */
  void put(K key, V row) {
    read.add(key);
    rows.put(key, row);
    changed.add(key);
  }

  /** Rows to write, in the order they were first changed. */
  List<Map.Entry<K, V>> toWrite() {
    List<Map.Entry<K, V>> all = new ArrayList<>();
    for (K key : changed) {
      V row = rows.get(key);
      if (row != null) {
        all.add(Map.entry(key, row));
      }
    }
    changed.clear();
    return all;
  }
}
