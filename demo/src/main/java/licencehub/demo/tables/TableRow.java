package licencehub.demo.tables;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One row for a front-end table, column by column. */
public record TableRow(String table, Map<String, String> columns) {
  static TableRow into(String table) {
    return new TableRow(table, new LinkedHashMap<>());
  }

  TableRow put(String column, @Nullable String value) {
    if (value != null) {
      columns.put(column, value);
    }
    return this;
  }

  /** Copies a text of the document, where it has one. */
  TableRow copy(String column, JsonNode data, String key) {
    JsonNode value = data.get(key);
    return value == null ? this : put(column, value.asString());
  }

  /** Writes a time of the document the way departments do: local, to the second. */
  TableRow time(String column, JsonNode data, String key) {
    return put(column, LocalTimes.of(Objects.requireNonNull(data.get(key), key).asString()));
  }

  /** The same row with one column changed. */
  public TableRow with(String column, String value) {
    Map<String, String> changed = new LinkedHashMap<>(columns);
    changed.put(column, value);
    return new TableRow(table, changed);
  }
}
