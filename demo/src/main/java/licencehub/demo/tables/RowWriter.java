package licencehub.demo.tables;

import licencehub.model.event.EventType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a canonical document as a row of one dialect's tables. */
public interface RowWriter {
  /** The row that tells the same; its read mark says unread. */
  TableRow row(ObjectNode document);

  /** Whether the dialect's tables have a place for it. */
  boolean tells(EventType type);

  /** The column whose text the hub reads as a time in this row: what a careless change breaks. */
  String timeColumn(TableRow row);

  static EventType type(ObjectNode document) {
    return EventType.parse(document.required("type").asString());
  }

  static String text(JsonNode node, String key) {
    return node.required(key).asString();
  }
}
