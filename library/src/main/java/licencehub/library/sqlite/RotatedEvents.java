package licencehub.library.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import licencehub.library.DataKey;
import licencehub.library.crypt.Fields;
import licencehub.library.crypt.RowCipher;
import org.jspecify.annotations.Nullable;

/** The table {@code event} under rotation. */
record RotatedEvents(EventCipher cipher) implements RotatedTable {
  private static final String FIND =
      "SELECT source, id, data_key, document, original, notes, locator, report FROM event"
          + " WHERE seq = ?";
  private static final String KEEP =
      "UPDATE event SET data_key = ?, document = ?, original = ?, notes = ?, locator = '',"
          + " report = NULL WHERE seq = ?";

  RotatedEvents(RowCipher cipher) {
    this(new EventCipher(cipher));
  }

  private record Row(String source, String id, @Nullable Long key, EventCipher.Columns columns) {}

  @Override
  public String name() {
    return "event";
  }

  @Override
  public long encryptAgain(Session file, long row, DataKey now) throws SQLException {
    Row it = file.first(FIND, RotatedEvents::read, row).orElseThrow();
    EventCipher.Columns columns = cipher.again(it.source(), it.id(), it.key(), it.columns(), now);
    file.change(KEEP, columns.key(), columns.document(), columns.original(), columns.notes(), row);
    byte[] original = columns.original();
    return (long) columns.document().length + (original == null ? 0 : original.length);
  }

  private static Row read(ResultSet row) throws SQLException {
    Long key = LicenceTable.number(row, 3);
    byte[] notes = key == null ? Fields.bytes(row.getString(7), row.getString(8)) : row.getBytes(6);
    return new Row(
        row.getString(1),
        row.getString(2),
        key,
        new EventCipher.Columns(0, row.getBytes(4), row.getBytes(5), notes));
  }
}
