package licencehub.connectors.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import licencehub.model.Fault;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes the lists of a canonical document out of a row. */
final class Members {
  private static final Pattern SEPARATOR = Pattern.compile("[,，;；、|\\r\\n]+");

  /** More members than any list of a document may have. */
  private static final int MOST = 300;

  private final String table;
  private final Row row;
  private final Times times;
  private final Consumer<Fault> faults;

  /**
   * @param faults takes what is in the way
   */
  Members(String table, Row row, Times times, Consumer<Fault> faults) {
    this.table = table;
    this.row = row;
    this.times = times;
    this.faults = faults;
  }

  /** The members of one list, in the order of their rows or of the values in a column. */
  ArrayNode of(ListMapping list) {
    ArrayNode members = JsonNodeFactory.instance.arrayNode();
    switch (list.origin()) {
      case ListMapping.Origin.Parts it ->
          parts(list, it.by()).forEach(row -> members.add(member(table, row, list)));
      case ListMapping.Origin.Rows it ->
          row.details(it.table()).stream()
              .filter(row -> it.when().stream().allMatch(condition -> condition.holds(row)))
              .forEach(row -> members.add(member(it.table(), row, list)));
    }
    return members;
  }

  private ObjectNode member(String from, Row member, ListMapping list) {
    CellReader reader = new CellReader(from, member, times);
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    for (Field field : list.fields()) {
      switch (reader.read(field)) {
        case Cell.Found it -> node.set(field.path(), it.value());
        case Cell.Absent it -> {}
        case Cell.Wrong it -> faults.accept(it.fault());
      }
    }
    return node;
  }

  /**
   * One row for each value in the column that counts. A single value there means one member,
   * whatever the other columns hold: a name may well have a comma in it.
   */
  private List<Row> parts(ListMapping list, Field by) {
    List<Map<String, String>> members = new ArrayList<>();
    split(by).forEach(it -> members.add(new HashMap<>()));
    if (members.size() < 2) {
      return List.of(row);
    }
    boolean even = true;
    for (Field field : list.fields()) {
      even &= share(field, by, members);
    }
    return even ? members.stream().map(row::with).toList() : List.of();
  }

  /** A code may stand once for all; of everything else there must be as many as members. */
  private boolean share(Field field, Field by, List<Map<String, String>> members) {
    List<String> values = split(field);
    boolean once = field.codes() != null && values.size() == 1;
    if (values.isEmpty()) {
      return true;
    }
    if (values.size() != members.size() && !once) {
      faults.accept(Complaint.uneven(table, field, values.size(), by, members.size()));
      return false;
    }
    for (int i = 0; i < members.size(); i++) {
      members.get(i).put(String.valueOf(field.column()), values.get(once ? 0 : i));
    }
    return true;
  }

  private List<String> split(Field field) {
    String value = field.column() == null ? null : row.find(field.column());
    List<String> values = new ArrayList<>();
    if (value != null) {
      for (String part : SEPARATOR.split(value, MOST)) {
        if (!part.isBlank()) {
          values.add(part.strip());
        }
      }
    }
    return values;
  }
}
