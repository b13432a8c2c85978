package licencehub.library.sqlite;

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
   * @param notes locator and report
   */
  record Columns(int key, byte[] document, byte @Nullable [] original, byte[] notes) {}

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
        RowCipher.encrypt(key, place + "notes", notes));
  }

  /** The document in a row's column, whether it is encrypted or from before. */
  byte[] document(String source, String id, @Nullable Long key, byte[] column) {
    return key == null ? column : cipher.decrypt(place(source, id) + "document", column);
  }

  /**
   * One row under another key.
   *
   * @param key null where the columns stand in the clear
   */
  Columns again(String source, String id, @Nullable Long key, Columns old, DataKey now) {
    String place = place(source, id);
    byte[] original = old.original();
    return encrypt(
        place,
        document(source, id, key, old.document()),
        key == null || original == null ? original : cipher.decrypt(place + "original", original),
        key == null ? old.notes() : cipher.decrypt(place + "notes", old.notes()),
        now);
  }

  private static String place(String source, String id) {
    return "event|" + source + "|" + id + "|";
  }
}
