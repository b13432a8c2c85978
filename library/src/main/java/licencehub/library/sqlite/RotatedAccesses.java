package licencehub.library.sqlite;

import java.sql.SQLException;
import licencehub.library.Access;
import licencehub.library.DataKey;
import licencehub.library.IndexKey;
import licencehub.library.crypt.Fields;
import licencehub.library.crypt.RowCipher;

/** The table {@code access} under rotation, of data keys and of index keys. */
record RotatedAccesses(RowCipher cipher, WriterKeys keys) implements RotatedTable {
  private static final String FIND =
      "SELECT " + AccessTable.COLUMNS + " FROM access WHERE number = ?";
  private static final String KEEP =
      "UPDATE access SET data_key = ?, subject = ?, notes = ?, purpose = '' WHERE number = ?";

  @Override
  public String name() {
    return "access";
  }

  @Override
  public long encryptAgain(Session file, long row, DataKey now) throws SQLException {
    Access it = file.first(FIND, found -> AccessTable.read(found, cipher), row).orElseThrow();
    IndexKey index = keys.index().key();
    String subject = AccessTable.subject(it.subject(), index);
    byte[] notes = Fields.bytes(it.subject(), it.reason().purpose());
    String place = AccessTable.Clear.of(it, subject).place();
    file.change(KEEP, now.id(), subject, RowCipher.encrypt(now, place, notes), row);
    return notes.length;
  }
}
