package licencehub.library.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import licencehub.library.DataKey;
import licencehub.library.crypt.RowCipher;

/** The table {@code event} under rotation. */
record RotatedEvents(EventCipher cipher) implements RotatedTable {
  private static final String FIND =
      "SELECT source, id, document, original, locator, report FROM event WHERE seq = ?";
  private static final String KEEP =
      "UPDATE event SET document = ?, original = ?, locator = ?, report = NULL WHERE seq = ?";

  RotatedEvents(RowCipher cipher) {
    this(new EventCipher(cipher));
  }

  @Override
  public String name() {
    return "event";
  }

  @Override
  public long encryptAgain(Session file, long row, DataKey now) throws SQLException {
    EventCipher.Row it = file.first(FIND, RotatedEvents::read, row).orElseThrow();
    EventCipher.Columns columns = cipher.again(it, now);
    byte[] original = columns.original();
    file.change(KEEP, columns.document(), original, columns.notes(), row);
    return (long) columns.document().length + (original == null ? 0 : original.length);
  }

  private static EventCipher.Row read(ResultSet row) throws SQLException {
    return new EventCipher.Row(
        row.getString(1),
        row.getString(2),
        row.getBytes(3),
        row.getBytes(4),
        row.getString(5),
        row.getString(6));
  }
}
