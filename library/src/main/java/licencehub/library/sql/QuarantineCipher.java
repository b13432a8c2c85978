package licencehub.library.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import licencehub.library.DataKey;
import licencehub.library.crypt.Fields;
import licencehub.library.crypt.RowCipher;
import licencehub.model.Digest;
import licencehub.model.Fault;
import licencehub.model.Reason;
import licencehub.model.Text;
import org.jspecify.annotations.Nullable;

/** What the quarantine keeps of a submission, encrypted and back. */
record QuarantineCipher(RowCipher cipher) {
  /** The faults of one entry, in their order. */
  static final String FAULTS =
      "SELECT reason, path, zh, en, place FROM quarantine_fault WHERE number = ?"
          + " ORDER BY place";

  /** Where an entry's values are bound to: the number is not known when they are encrypted. */
  record Place(String source, Digest digest) {
    String of(String column) {
      return "quarantine|" + source + "|" + digest + "|" + column;
    }
  }

  static byte[] original(DataKey key, Place place, byte[] bytes) {
    return RowCipher.encrypt(key, place.of("original"), bytes);
  }

  byte[] original(Place place, byte[] stored) {
    return cipher.decrypt(place.of("original"), stored);
  }

  static String locator(DataKey key, Place place, String locator) {
    return RowCipher.encryptText(key, place.of("locator"), Fields.bytes(locator));
  }

  String locator(Place place, String stored) {
    byte[] clear = cipher.decryptText(place.of("locator"), stored);
    return Objects.requireNonNull(Fields.texts(clear).getFirst());
  }

  /**
   * @param number of the entry
   * @param at which of its faults, from 0
   * @return path and words; they stand in the column of the path
   */
  static String fault(DataKey key, long number, int at, Fault fault) {
    byte[] clear = Fields.bytes(fault.path(), fault.detail().zh(), fault.detail().en());
    return RowCipher.encryptText(key, fault(number, at, fault.reason()), clear);
  }

  /** A row of {@link #FAULTS}. */
  Fault fault(long number, ResultSet row) throws SQLException {
    Reason reason = Reason.find(row.getString(1)).orElseThrow();
    String path = row.getString(2);
    return RowCipher.isEncrypted(path)
        ? fault(number, row.getInt(5), reason, path)
        : Fault.at(path, reason, Text.of(row.getString(3), row.getString(4)));
  }

  private Fault fault(long number, int at, Reason reason, String stored) {
    List<@Nullable String> texts =
        Fields.texts(cipher.decryptText(fault(number, at, reason), stored));
    return Fault.at(
        Objects.requireNonNull(texts.get(0)),
        reason,
        Text.of(Objects.requireNonNull(texts.get(1)), Objects.requireNonNull(texts.get(2))));
  }

  private static String fault(long number, int at, Reason reason) {
    return "quarantine_fault|" + number + "|" + at + "|" + reason.code();
  }
}
