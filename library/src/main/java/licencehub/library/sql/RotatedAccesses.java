package licencehub.library.sql;

import java.sql.SQLException;
import licencehub.library.Access;
import licencehub.library.DataKey;
import licencehub.library.crypt.RowCipher;

/** The table {@code access} under rotation, of data keys and of index keys. */
record RotatedAccesses(RowCipher cipher, WriterKeys keys) implements RotatedTable {
  private static final String FIND =
      "SELECT " + AccessTable.COLUMNS + " FROM access WHERE number = ?";
  private static final String KEEP = "UPDATE access SET subject = ?, purpose = ? WHERE number = ?";

  @Override
  public String name() {
    return "access";
  }

  @Override
  public long encryptAgain(Session file, long row, DataKey now) throws SQLException {
    Access it = file.first(FIND, found -> AccessTable.read(found, cipher), row).orElseThrow();
    String subject = AccessTable.subject(it.subject(), keys.index().key());
    String notes = AccessTable.notes(it, AccessTable.Clear.of(it, subject), now);
    file.change(KEEP, subject, notes, row);
    return notes.length();
  }
}
