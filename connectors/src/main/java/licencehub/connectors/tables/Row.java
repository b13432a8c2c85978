package licencehub.connectors.tables;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One row of a front-end table. Column names count without regard to case. */
final class Row {
  private final Map<String, @Nullable String> cells = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, List<Map<String, @Nullable String>>> details =
      new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, List<String>> otherNames;

  /**
   * @param details rows that belong to it, by table
   * @param otherNames other names of a column, looked at where the column itself is empty
   */
  Row(
      Map<String, @Nullable String> cells,
      Map<String, List<Map<String, @Nullable String>>> details,
      Map<String, List<String>> otherNames) {
    this.cells.putAll(cells);
    this.details.putAll(details);
    this.otherNames = otherNames;
  }

  /** The column's value without blanks around it, or null where there is nothing left. */
  @Nullable String find(String column) {
    String value = stripped(column);
    if (value == null) {
      for (String other : otherNames.getOrDefault(column, List.of())) {
        value = stripped(other);
        if (value != null) {
          return value;
        }
      }
    }
    return value;
  }

  /** The column's value exactly as it came; empty where there is none. */
  String exact(String column) {
    String value = cells.get(column);
    return value == null ? "" : value;
  }

  /** The rows of another table that belong to this one, in order. */
  List<Row> details(String table) {
    return details.getOrDefault(table, List.of()).stream()
        .map(it -> new Row(it, Map.of(), otherNames))
        .toList();
  }

  /** The same row with other values in some columns. */
  Row with(Map<String, String> others) {
    Row row = new Row(cells, details, otherNames);
    row.cells.putAll(others);
    return row;
  }

  private @Nullable String stripped(String column) {
    String value = cells.get(column);
    if (value == null) {
      return null;
    }
    String stripped = value.strip();
    return stripped.isEmpty() ? null : stripped;
  }
}
