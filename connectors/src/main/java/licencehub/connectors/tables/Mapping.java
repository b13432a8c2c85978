package licencehub.connectors.tables;

import java.util.List;
import java.util.Optional;

/**
 * A whole mapping document.
 *
 * @param tables in the order of a case
 */
record Mapping(Times times, List<TableMapping> tables) {
  Mapping {
    tables = List.copyOf(tables);
  }

  Optional<TableMapping> table(String name) {
    return tables.stream().filter(it -> it.isCalled(name)).findFirst();
  }
}
