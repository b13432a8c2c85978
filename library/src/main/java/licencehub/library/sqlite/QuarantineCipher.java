package licencehub.library.sqlite;

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
      "SELECT reason, path, zh, en, notes, place FROM quarantine_fault WHERE number = ?"
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

  static byte[] locator(DataKey key, Place place, String locator) {
    return RowCipher.encrypt(key, place.of("locator"), Fields.bytes(locator));
  }

  String locator(Place place, byte[] stored) {
    byte[] clear = cipher.decrypt(place.of("locator"), stored);
    return Objects.requireNonNull(Fields.texts(clear).getFirst());
  }

  /**
   * @param number of the entry
   * @param at which of its faults, from 0
   */
  static byte[] fault(DataKey key, long number, int at, Fault fault) {
    byte[] clear = Fields.bytes(fault.path(), fault.detail().zh(), fault.detail().en());
    return RowCipher.encrypt(key, fault(number, at, fault.reason()), clear);
  }

  /** A row of {@link #FAULTS}. */
  Fault fault(long number, ResultSet row) throws SQLException {
    Reason reason = Reason.find(row.getString(1)).orElseThrow();
    byte[] notes = row.getBytes(5);
    return notes == null
        ? Fault.at(row.getString(2), reason, Text.of(row.getString(3), row.getString(4)))
        : fault(number, row.getInt(6), reason, notes);
  }

  private Fault fault(long number, int at, Reason reason, byte[] stored) {
    List<@Nullable String> texts = Fields.texts(cipher.decrypt(fault(number, at, reason), stored));
    return Fault.at(
        Objects.requireNonNull(texts.get(0)),
        reason,
        Text.of(Objects.requireNonNull(texts.get(1)), Objects.requireNonNull(texts.get(2))));
  }

  private static String fault(long number, int at, Reason reason) {
    return "quarantine_fault|" + number + "|" + at + "|" + reason.code();
  }
}
