package licencehub.library.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import licencehub.library.Access;
import licencehub.library.Access.LookupReason;
import licencehub.library.DataKey;
import licencehub.library.IndexKey;
import licencehub.library.crypt.Fields;
import licencehub.library.crypt.RowCipher;
import licencehub.model.code.CreditCode;
import licencehub.model.code.UseCode;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code access}. The purpose is encrypted, for people write names into it; so is a
 * subject that is a criterion, which stands in its column as a keyed hash to be found by.
 */
final class AccessTable {
  /** What {@link #read} wants. */
  static final String COLUMNS =
      "number, at, caller, role, item, case_number, operator, action, subject, result, purpose,"
          + " organisation, use_code";

  private static final Addition ADD =
      Addition.of(
          "access",
          "at bigint, caller text, role text, item text, case_number text, operator text,"
              + " action text, subject text, result text, purpose text, organisation text,"
              + " use_code text");

  /** What licence identifiers and case numbers are made of, and criteria are not. */
  private static final Pattern NAMED = Pattern.compile("[0-9A-Za-z._-]*");

  private static final int HASH = 16;

  private final Session file;
  private final Bulk bulk;
  private final WriterKeys keys;
  private final List<@Nullable Object[]> rows = new ArrayList<>();

  AccessTable(Session file, Bulk bulk, WriterKeys keys) {
    this.file = file;
    this.bulk = bulk;
    this.keys = keys;
  }

  void add(Access it) {
    rows.add(row(it, keys.data(), keys.index().key()));
  }

  void write() throws SQLException {
    bulk.add(file, ADD, rows);
    rows.clear();
  }

  private static @Nullable Object[] row(Access it, DataKey data, IndexKey index) {
    Clear clear = Clear.of(it, subject(it.subject(), index));
    return new @Nullable Object[] {
      clear.at(),
      clear.caller(),
      clear.role(),
      clear.item(),
      clear.caseNumber(),
      clear.operator(),
      clear.action(),
      clear.subject(),
      clear.result(),
      notes(it, clear, data),
      clear.organisation(),
      clear.useCode()
    };
  }

  /** Subject and purpose; they stand in the column of the purpose. */
  static String notes(Access it, Clear clear, DataKey data) {
    byte[] notes = Fields.bytes(it.subject(), it.reason().purpose());
    return RowCipher.encryptText(data, clear.place(), notes);
  }

  /** How a subject stands in its column. */
  static String subject(String subject, IndexKey key) {
    return NAMED.matcher(subject).matches()
        ? subject
        : prefix(key.id()) + HexFormat.of().formatHex(key.of("access|" + subject), 0, HASH);
  }

  /** What the hashes made with an index key start with. */
  static String prefix(int indexKey) {
    return "#" + indexKey + ":";
  }

  static Access read(ResultSet row, RowCipher cipher) throws SQLException {
    Clear clear = Clear.read(row);
    String purpose = row.getString(11);
    if (!RowCipher.isEncrypted(purpose)) {
      return clear.access(row.getLong(1), clear.subject(), purpose);
    }
    List<@Nullable String> notes = Fields.texts(cipher.decryptText(clear.place(), purpose));
    return clear.access(
        row.getLong(1),
        Objects.requireNonNull(notes.getFirst()),
        Objects.requireNonNull(notes.getLast()));
  }

  /** All that stands in the clear; the encrypted rest vouches for it. */
  record Clear(
      long at,
      String caller,
      String role,
      String item,
      String caseNumber,
      String operator,
      String action,
      String subject,
      String result,
      @Nullable String organisation,
      @Nullable String useCode) {
    static Clear of(Access it, String subject) {
      return new Clear(
          Times.micros(it.at()),
          it.caller(),
          it.role(),
          it.reason().item(),
          it.reason().caseNumber(),
          it.reason().operator(),
          it.action(),
          subject,
          it.result(),
          it.organisation() == null ? null : it.organisation().text(),
          it.useCode() == null ? null : it.useCode().text());
    }

    static Clear read(ResultSet row) throws SQLException {
      return new Clear(
          row.getLong(2),
          row.getString(3),
          row.getString(4),
          row.getString(5),
          row.getString(6),
          row.getString(7),
          row.getString(8),
          row.getString(9),
          row.getString(10),
          row.getString(12),
          row.getString(13));
    }

    /** Rows written before there were organisations and codes have neither in theirs. */
    String place() {
      String place =
          String.join(
              "|",
              "access",
              Long.toString(at),
              caller,
              role,
              item,
              caseNumber,
              operator,
              action,
              subject,
              result);
      return organisation == null && useCode == null
          ? place
          : String.join("|", place, nonNull(organisation), nonNull(useCode));
    }

    private static String nonNull(@Nullable String text) {
      return text == null ? "" : text;
    }

    Access access(long number, String plainSubject, String purpose) {
      LookupReason reason = new LookupReason(item, caseNumber, purpose, operator);
      return new Access(
          number,
          Times.instant(at),
          caller,
          role,
          reason,
          action,
          plainSubject,
          result,
          organisation == null ? null : new CreditCode(organisation),
          useCode == null ? null : new UseCode(useCode));
    }
  }
}
