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

  /** A row that reports several events becomes one record for each, which names its event. */
  @Override
  public List<RawRecord> split(RawRecord piece) {
    try {
      RowJson row = RowJson.read(piece.bytes());
      List<EventMapping> events =
          row.event() != null
              ? List.of()
              : mapping
                  .table(row.table())
                  .map(it -> it.events(cells(it, row.cells())))
                  .orElse(List.of());
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
      return table.isPresent()
          ? recognise(table.get(), row)
          : unreadable(
              Complaint.unknownTable(mapping.tables().stream().map(TableMapping::name).toList()));
    } catch (RowJson.Unreadable notARow) {
      return unreadable(notARow.fault());
    }
  }

  private Recognised recognise(TableMapping table, RowJson rowJson) {
    Row row = cells(table, rowJson.cells());
    String wanted = rowJson.event();
    for (EventMapping event : table.events(row)) {
      if (wanted == null || event.name().equals(wanted)) {
        return document(table, event, row);
      }
    }
    return unreadable(Complaint.noEvent(table));
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
                    new RowJson(row.table(), it.name(), row.cells()).bytes(),
                    piece.mediaType(),
                    piece.locator() + "#" + it.name()))
        .toList();
  }

  private static Row cells(TableMapping table, Map<String, @Nullable String> cells) {
    return new Row(cells, table.aliases());
  }

  private static Recognised unreadable(Fault fault) {
    return new Recognised.Unreadable(List.of(fault));
  }
}
