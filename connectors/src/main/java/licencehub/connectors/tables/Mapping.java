package licencehub.connectors.tables;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import licencehub.model.Text;
import org.jspecify.annotations.Nullable;

/**
 * A whole mapping document.
 *
 * @param tables in the order of a case
 * @param notTaken tables, or some of their rows, that report nothing, each with the reason
 */
record Mapping(Times times, List<TableMapping> tables, Map<String, Text> notTaken) {
  Mapping {
    tables = List.copyOf(tables);
    notTaken = Map.copyOf(notTaken);
  }

  Optional<TableMapping> table(String name) {
    return tables.stream().filter(it -> it.isCalled(name)).findFirst();
  }

  /** Why a table, or a row of it, is not taken; null where the mapping does not say. */
  @Nullable Text notTaken(String table) {
    return notTaken.entrySet().stream()
        .filter(it -> it.getKey().equalsIgnoreCase(table))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  /** The table whose rows the rows of {@code table} belong to. */
  Optional<TableMapping> owner(String table) {
    return tables.stream().filter(it -> it.detail(table).isPresent()).findFirst();
  }
}
