package licencehub.library.sql;

import java.util.Arrays;
import licencehub.library.DataKey;
import licencehub.library.Entry.Filing;
import licencehub.library.crypt.Fields;
import licencehub.library.crypt.RowCipher;
import org.jspecify.annotations.Nullable;

/** What an event's row keeps of a submission, encrypted and back. */
final class EventCipher {
  private final RowCipher cipher;

  EventCipher(RowCipher cipher) {
    this.cipher = cipher;
  }

  /**
   * The encrypted columns of one event.
   *
   * @param key the number of the key they are under
   * @param original null where it is the document, byte for byte
   * @param notes locator and report; they stand in the column of the locator
   */
  record Columns(int key, byte[] document, byte @Nullable [] original, String notes) {}

  /**
   * A row as it stands.
   *
   * @param report null where there was none, and where the locator's column holds it encrypted
   */
  record Row(
      String source,
      String id,
      byte[] document,
      byte @Nullable [] original,
      String locator,
      @Nullable String report) {}

  /**
   * @param report what the verification found, in lines; null where there was none
   */
  static Columns encrypt(Filing filing, @Nullable String report, DataKey key) {
    byte[] original = filing.original().bytes();
    return encrypt(
        place(filing.source().text(), filing.event().id()),
        filing.document(),
        Arrays.equals(original, filing.document()) ? null : original,
        Fields.bytes(filing.original().locator(), report),
        key);
  }

  private static Columns encrypt(
      String place, byte[] document, byte @Nullable [] original, byte[] notes, DataKey key) {
    return new Columns(
        key.id(),
        RowCipher.encrypt(key, place + "document", document),
        original == null ? null : RowCipher.encrypt(key, place + "original", original),
        RowCipher.encryptText(key, place + "notes", notes));
  }

  /** The document in a row's column, whether it is encrypted or from before. */
  byte[] document(String source, String id, byte[] column) {
    return isClear(column) ? column : cipher.decrypt(place(source, id) + "document", column);
  }

  /**
   * The bytes received, in a row's column.
   *
   * @param document the row's other column, as it stands
   */
  byte[] original(String source, String id, byte[] document, byte[] column) {
    return isClear(document) ? column : cipher.decrypt(place(source, id) + "original", column);
  }

  /** What the verification found; null where there was none. */
  @Nullable String report(Row row) {
    String place = place(row.source(), row.id());
    return RowCipher.isEncrypted(row.locator())
        ? Fields.texts(cipher.decryptText(place + "notes", row.locator())).getLast()
        : row.report();
  }

  /** One row under another key. */
  Columns again(Row old, DataKey now) {
    String place = place(old.source(), old.id());
    byte[] original = old.original();
    return encrypt(
        place,
        document(old.source(), old.id(), old.document()),
        original == null ? null : original(old.source(), old.id(), old.document(), original),
        RowCipher.isEncrypted(old.locator())
            ? cipher.decryptText(place + "notes", old.locator())
            : Fields.bytes(old.locator(), old.report()),
        now);
  }

  private static boolean isClear(byte[] document) {
    return document.length > 0 && document[0] == '{';
  }

  private static String place(String source, String id) {
    return "event|" + source + "|" + id + "|";
  }
}
