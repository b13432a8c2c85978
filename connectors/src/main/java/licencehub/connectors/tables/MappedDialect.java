package licencehub.connectors.tables;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licencehub.connectors.FrontEndTable;
import licencehub.connectors.RawRecord;
import licencehub.connectors.Recognised;
import licencehub.connectors.TableDialect;
import licencehub.model.Fault;
import licencehub.model.Text;
import licencehub.model.code.SourceId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads rows of front-end tables by a mapping. */
final class MappedDialect implements TableDialect {
  private static final JsonMapper JSON = new JsonMapper();

  private final SourceId source;
  private final Mapping mapping;

  MappedDialect(SourceId source, Mapping mapping) {
    this.source = source;
    this.mapping = mapping;
  }

  @Override
  public List<FrontEndTable> tables() {
    return mapping.tables().stream().map(TableMapping::frontEnd).toList();
  }

  @Override
  public Map<String, Text> notTaken() {
    return mapping.notTaken();
  }

  /**
   * Puts rows that belong to others of the same document into them. Those that belong to none stay.
   *
   * @return what is left, each under its place in {@code rows}
   */
  Map<Integer, RowJson> gathered(List<RowJson> rows) {
    return new Gathering(mapping, rows).rows();
  }

  /** A row that reports several events becomes one record for each, which names its event. */
  @Override
  public List<RawRecord> split(RawRecord piece) {
    try {
      RowJson row = RowJson.read(piece.bytes());
      List<EventMapping> events =
          row.event() != null
              ? List.of()
              : mapping.table(row.table()).map(it -> it.events(cells(it, row))).orElse(List.of());
      return events.size() < 2 ? List.of(piece) : records(piece, row, events);
    } catch (RowJson.Unreadable whatRecogniseReports) {
      return List.of(piece);
    }
  }

  @Override
  public Recognised recognise(RawRecord record) {
    try {
      RowJson row = RowJson.read(record.bytes());
      Optional<TableMapping> table = mapping.table(row.table());
      return table.isPresent() ? recognise(table.get(), row) : unreadable(unknown(row.table()));
    } catch (RowJson.Unreadable notARow) {
      return unreadable(notARow.fault());
    }
  }

  private Fault unknown(String table) {
    Optional<TableMapping> owner = mapping.owner(table);
    if (owner.isPresent()) {
      return Complaint.alone(table, owner.get().name());
    }
    Text why = mapping.notTaken(table);
    return why == null
        ? Complaint.unknownTable(mapping.tables().stream().map(TableMapping::name).toList())
        : Complaint.notTaken(table, why);
  }

  private Recognised recognise(TableMapping table, RowJson rowJson) {
    Row row = cells(table, rowJson);
    String wanted = rowJson.event();
    for (EventMapping event : table.events(row)) {
      if (wanted == null || event.name().equals(wanted)) {
        return document(table, event, row);
      }
    }
    Text why = table.isReported(row) ? null : mapping.notTaken(table.name());
    return unreadable(
        why == null ? Complaint.noEvent(table) : Complaint.notTaken(table.name(), why));
  }

  private Recognised document(TableMapping table, EventMapping event, Row row) {
    Document document = new Document(table, event, row, mapping.times());
    ObjectNode cloudEvent = document.cloudEvent(source);
    List<Fault> faults = new ArrayList<>(document.faults());
    SignedColumns signed = table.signature();
    byte[] signature = signed == null ? null : signature(table, signed, row, faults);
    if (!faults.isEmpty()) {
      return new Recognised.Unreadable(faults);
    }
    byte[] bytes = JSON.writeValueAsBytes(cloudEvent);
    return signed == null || signature == null
        ? new Recognised.Unsigned(bytes)
        : new Recognised.Detached(bytes, signed.text(row), signature);
  }

  private static byte @Nullable [] signature(
      TableMapping table, SignedColumns signed, Row row, List<Fault> faults) {
    String text = row.find(signed.column());
    if (text == null) {
      faults.add(Complaint.unsigned(table.name(), signed.column()));
      return null;
    }
    try {
      return Base64.getMimeDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      faults.add(Complaint.notBase64(table.name(), signed.column()));
      return null;
    }
  }

  private static List<RawRecord> records(RawRecord piece, RowJson row, List<EventMapping> events) {
    return events.stream()
        .map(
            it ->
                new RawRecord(
                    new RowJson(row.table(), it.name(), row.cells(), row.details()).bytes(),
                    piece.mediaType(),
                    piece.locator() + "#" + it.name()))
        .toList();
  }

  private static Row cells(TableMapping table, RowJson row) {
    return new Row(row.cells(), row.details(), table.aliases());
  }

  private static Recognised unreadable(Fault fault) {
    return new Recognised.Unreadable(List.of(fault));
  }
}
