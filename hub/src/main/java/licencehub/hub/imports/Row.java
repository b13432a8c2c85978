package licencehub.hub.imports;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One row of an input.
 *
 * @param line where it begins, from 1
 * @param values by column, as written; empty ones left out
 */
record Row(Path file, int line, Map<String, String> values) {
  Row {
    values = Map.copyOf(values);
  }

  /** The first of these columns that has something; empty where none has. */
  String value(List<String> columns) {
    for (String each : columns) {
      String value = values.getOrDefault(each.toLowerCase(java.util.Locale.ROOT), "");
      if (!value.isEmpty()) {
        return value;
      }
    }
    return "";
  }
}
