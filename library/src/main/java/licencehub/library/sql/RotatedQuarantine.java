package licencehub.library.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import licencehub.library.DataKey;
import licencehub.library.crypt.RowCipher;
import licencehub.library.sql.QuarantineCipher.Place;
import licencehub.model.Digest;
import licencehub.model.Fault;

/** The tables {@code quarantine} and {@code quarantine_fault} under rotation. */
record RotatedQuarantine(QuarantineCipher cipher) implements RotatedTable {
  private static final String FIND =
      "SELECT source, digest, original, locator FROM quarantine WHERE number = ?";
  private static final String KEEP =
      "UPDATE quarantine SET original = ?, locator = ? WHERE number = ?";
  private static final String KEEP_FAULT =
      "UPDATE quarantine_fault SET path = ?, zh = '', en = ''" + " WHERE number = ? AND place = ?";

  /** An entry's values, opened. */
  private record Row(Place place, byte[] original, String locator) {}

  @Override
  public String name() {
    return "quarantine";
  }

  @Override
  public long encryptAgain(Session file, long row, DataKey now) throws SQLException {
    Row it = file.first(FIND, this::read, row).orElseThrow();
    List<Fault> faults = file.list(QuarantineCipher.FAULTS, fault -> cipher.fault(row, fault), row);
    file.change(
        KEEP,
        QuarantineCipher.original(now, it.place(), it.original()),
        QuarantineCipher.locator(now, it.place(), it.locator()),
        row);
    for (int place = 0; place < faults.size(); place++) {
      String notes = QuarantineCipher.fault(now, row, place, faults.get(place));
      file.change(KEEP_FAULT, notes, row, place);
    }
    return it.original().length;
  }

  private Row read(ResultSet row) throws SQLException {
    Place place = new Place(row.getString(1), Digest.wrap(row.getBytes(2)));
    byte[] original = row.getBytes(3);
    String locator = row.getString(4);
    return RowCipher.isEncrypted(locator)
        ? new Row(place, cipher.original(place, original), cipher.locator(place, locator))
        : new Row(place, original, locator);
  }
}
