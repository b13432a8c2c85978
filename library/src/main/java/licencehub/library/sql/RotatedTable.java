package licencehub.library.sql;

import java.sql.SQLException;
import java.util.List;
import licencehub.library.DataKey;

/** A table with encrypted values, and how one of its rows comes under another key. */
interface RotatedTable {
  String name();

  /**
   * Encrypts one row anew.
   *
   * @return roughly how many bytes that were
   * @throws licencehub.model.Unavailable when the row does not open
   */
  long encryptAgain(Session file, long row, DataKey now) throws SQLException;

  /** The next rows in the order they were written. */
  default List<Long> rows(Session file, Cursor from, long limit) throws SQLException {
    return file.list(
        "SELECT %1$s FROM %2$s WHERE %1$s >= ? AND %1$s < ? ORDER BY %1$s LIMIT ?"
            .formatted(Cursor.number(name()), name()),
        it -> it.getLong(1),
        from.next(),
        from.upto(),
        limit);
  }
}
