package licencehub.connectors.tables;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import licencehub.connectors.FrontEndTable.Column;
import org.jspecify.annotations.Nullable;

/** Gathers the columns a table's rules look at. */
final class TableColumns {
  private final Map<String, List<String>> aliases;
  private final Map<String, Boolean> required = new LinkedHashMap<>();

  TableColumns(Map<String, List<String>> aliases) {
    this.aliases = aliases;
  }

  void need(Collection<String> columns) {
    columns.forEach(it -> required.put(it, true));
  }

  void look(EventMapping event) {
    event.when().forEach(this::look);
    event.fields().forEach(this::look);
    for (ListMapping list : event.lists()) {
      if (list.origin() instanceof ListMapping.Origin.Parts) {
        list.fields().forEach(this::look);
      }
    }
  }

  /** What a list of another table's rows looks at there. */
  void lookThere(ListMapping list, ListMapping.Origin.Rows origin) {
    origin.when().forEach(this::look);
    list.fields().forEach(this::look);
  }

  void look(@Nullable SignedColumns signature) {
    if (signature != null) {
      need(signature.over());
      need(List.of(signature.column()));
    }
  }

  void look(Field field) {
    String column = field.column();
    if (column != null) {
      boolean alone = field.or() == null && field.when().isEmpty() && field.fallback() == null;
      required.merge(column, field.required() && alone, Boolean::logicalOr);
    }
    field.when().forEach(this::look);
    if (field.or() != null) {
      look(field.or());
    }
  }

  List<Column> list() {
    List<Column> columns = new ArrayList<>();
    required.forEach(
        (name, must) -> columns.add(new Column(name, aliases.getOrDefault(name, List.of()), must)));
    return columns;
  }

  private void look(Condition condition) {
    switch (condition) {
      case Condition.In it -> required.putIfAbsent(it.column(), false);
      case Condition.Not it -> required.putIfAbsent(it.column(), false);
      case Condition.Differs it -> {
        required.putIfAbsent(it.column(), false);
        required.putIfAbsent(it.other(), false);
      }
    }
  }
}
