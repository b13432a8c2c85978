package licencehub.library.sqlite;

import java.sql.SQLException;
import java.util.List;
import licencehub.library.DataKey;
import org.jspecify.annotations.Nullable;

/** A table with a column {@code data_key}, and how one of its rows comes under another key. */
interface RotatedTable {
  String name();

  /**
   * Encrypts one row anew.
   *
   * @return roughly how many bytes that were
   * @throws licencehub.model.Unavailable when the row does not open
   */
  long encryptAgain(Session file, long row, DataKey now) throws SQLException;

  /** The next rows under a key, in the order they were written; a null key is the clear. */
  default List<Long> rows(Session file, @Nullable Integer key, long after, int limit)
      throws SQLException {
    return file.list(
        "SELECT rowid FROM " + name() + " WHERE data_key IS ? AND rowid > ? ORDER BY rowid LIMIT ?",
        it -> it.getLong(1),
        key,
        after,
        limit);
  }

  /** How many rows at most are under a key: they were written one after the other. */
  default long count(Session file, @Nullable Integer key) throws SQLException {
    List<Long> first = rows(file, key, -1, 1);
    if (first.isEmpty()) {
      return 0;
    }
    String last =
        "SELECT rowid FROM " + name() + " WHERE data_key IS ? ORDER BY rowid DESC LIMIT 1";
    return file.first(last, it -> it.getLong(1), key).orElseThrow() - first.getFirst() + 1;
  }
}
