package licencehub.connectors.tables;

import java.util.List;
import licencehub.model.event.EventType;

/**
 * One event a row can report.
 *
 * @param name the word for it within its table
 * @param when conditions on the row under which it reports this event
 * @param time the path in {@code data} that says when it happened
 */
record EventMapping(
    String name,
    EventType type,
    List<Condition> when,
    String time,
    List<Field> fields,
    List<ListMapping> lists) {
  EventMapping {
    when = List.copyOf(when);
    fields = List.copyOf(fields);
    lists = List.copyOf(lists);
  }

  boolean fits(Row row) {
    return when.stream().allMatch(it -> it.holds(row));
  }

  /** The path in {@code data} of the thing the event is about. */
  String subject() {
    return type.isLicence() ? "identifier" : "caseNumber";
  }
}
