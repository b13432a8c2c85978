package licencehub.connectors.tables;

import java.util.ArrayList;
import java.util.List;
import licencehub.connectors.Dialect;
import licencehub.connectors.RawRecord;
import licencehub.connectors.Recognised;
import licencehub.model.Fault;
import licencehub.model.Reason;
import licencehub.model.Text;

/**
 * Reads ExInfo documents: the rows of front-end tables in XML, several in one document. {@link
 * #split} takes them apart into rows as they travel; a quarantined row is recognised again as such.
 */
final class ExInfoDialect implements Dialect {
  private final MappedDialect rows;

  ExInfoDialect(MappedDialect rows) {
    this.rows = rows;
  }

  @Override
  public List<RawRecord> split(RawRecord piece) {
    if (!isXml(piece.bytes())) {
      return rows.split(piece);
    }
    try {
      List<RawRecord> records = new ArrayList<>();
      rows.gathered(ExInfoDocument.read(piece.bytes()))
          .forEach(
              (place, row) -> {
                String locator = piece.locator() + "#" + (place + 1);
                records.addAll(rows.split(new RawRecord(row.bytes(), "application/json", locator)));
              });
      return records;
    } catch (RowJson.Unreadable whatRecogniseReports) {
      return List.of(piece);
    }
  }

  @Override
  public Recognised recognise(RawRecord record) {
    if (!isXml(record.bytes())) {
      return rows.recognise(record);
    }
    try {
      List<RowJson> found = ExInfoDocument.read(record.bytes());
      if (found.size() == 1) {
        return rows.recognise(
            new RawRecord(found.getFirst().bytes(), "application/json", record.locator()));
      }
      return unreadable(severalAtOnce(found.size()));
    } catch (RowJson.Unreadable notExInfo) {
      return unreadable(notExInfo.fault());
    }
  }

  /** A row in JSON begins with a brace; everything else is taken for XML and judged as such. */
  private static boolean isXml(byte[] bytes) {
    for (byte one : bytes) {
      if (!Character.isWhitespace(one)) {
        return one != '{';
      }
    }
    return true;
  }

  private static Fault severalAtOnce(int count) {
    return Fault.of(
        Reason.BYTES_UNREADABLE,
        Text.of(
            "一条报送中有 " + count + " 个 standardInfo。请逐条报送。",
            "One submission holds " + count + " standardInfo elements. Submit them one by one."));
  }

  private static Recognised unreadable(Fault fault) {
    return new Recognised.Unreadable(List.of(fault));
  }
}
