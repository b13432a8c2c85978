package licencehub.connectors.tables;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import licencehub.model.Fault;
import licencehub.model.code.SourceId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes one canonical document out of one row, and gathers everything that is in the way. */
final class Document {
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private final TableMapping table;
  private final EventMapping event;
  private final Row row;
  private final CellReader reader;
  private final Members lists;
  private final Map<String, Fault> faults = new LinkedHashMap<>();
  private final ObjectNode data = JsonNodeFactory.instance.objectNode();
  private final ZoneId zone;

  Document(TableMapping table, EventMapping event, Row row, Times times) {
    this.table = table;
    this.event = event;
    this.row = row;
    this.zone = times.zone();
    this.reader = new CellReader(table.name(), row, times);
    this.lists = new Members(table.name(), row, times, this::note);
  }

  /** The CloudEvent; worth something only when {@link #faults()} is empty afterwards. */
  ObjectNode cloudEvent(SourceId source) {
    event.fields().forEach(this::place);
    event.lists().forEach(this::place);
    JsonNode version = value(table.version());
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("specversion", "1.0");
    node.put("id", id(version));
    node.put("source", "/sources/" + source.text());
    node.put("type", event.type().wire());
    node.put("subject", data.path(event.subject()).asString(""));
    node.put("time", time(data.path(event.time()).asString("")));
    node.set("recordversion", version);
    node.put("datacontenttype", "application/json");
    node.set("data", data);
    return node;
  }

  List<Fault> faults() {
    return List.copyOf(faults.values());
  }

  private String id(JsonNode version) {
    List<String> parts = new ArrayList<>();
    for (String key : table.keys()) {
      String value = row.find(key);
      if (value == null) {
        note(Complaint.missing(table.name(), keyField(key)));
      } else {
        parts.add(value);
      }
    }
    parts.add(version.asString(""));
    if (table.events().size() > 1) {
      parts.add(event.name());
    }
    return EventId.of(table.name(), parts);
  }

  private Field keyField(String column) {
    String key = "mapping.tables." + table.name() + ".keys";
    return new Field(
        key, "id", column, null, Form.TEXT, null, null, List.of(), List.of(), null, null, true);
  }

  /** A day means its start in the mapping's zone. */
  private String time(String found) {
    return DAY.matcher(found).matches()
        ? Times.written(LocalDate.parse(found).atStartOfDay(zone).toOffsetDateTime())
        : found;
  }

  private void place(Field field) {
    JsonNode value = value(field);
    if (value.isMissingNode()) {
      return;
    }
    String[] steps = field.path().split("\\.", -1);
    ObjectNode parent = data;
    for (int i = 0; i < steps.length - 1; i++) {
      parent = parent.withObject("/" + steps[i]);
    }
    parent.set(steps[steps.length - 1], value);
  }

  private void place(ListMapping list) {
    ArrayNode members = lists.of(list);
    if (!members.isEmpty()) {
      data.set(list.path(), members);
    }
  }

  private JsonNode value(Field field) {
    return switch (reader.read(field)) {
      case Cell.Found it -> it.value();
      case Cell.Absent it -> JsonNodeFactory.instance.missingNode();
      case Cell.Wrong it -> {
        note(it.fault());
        yield JsonNodeFactory.instance.missingNode();
      }
    };
  }

  private void note(Fault fault) {
    faults.putIfAbsent(fault.path() + ' ' + fault.reason(), fault);
  }
}
