package licencehub.connectors.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import licencehub.connectors.FrontEndTable.Detail;
import org.jspecify.annotations.Nullable;

/** Puts rows of one document into the rows they belong to. */
final class Gathering {
  private final Mapping mapping;
  private final List<RowJson> rows;
  private final Map<Owned, Integer> owners = new HashMap<>();
  private final Map<Integer, Map<String, List<Map<String, @Nullable String>>>> details =
      new HashMap<>();

  /** What rows of {@code table} must have in common with the row they belong to. */
  private record Owned(String table, List<String> on) {}

  Gathering(Mapping mapping, List<RowJson> rows) {
    this.mapping = mapping;
    this.rows = rows;
  }

  /** What is left, each under its place among the rows; nothing is lost. */
  Map<Integer, RowJson> rows() {
    for (int i = 0; i < rows.size(); i++) {
      int place = i;
      mapping
          .table(rows.get(i).table())
          .ifPresent(
              it ->
                  it.frontEnd()
                      .details()
                      .forEach(of -> owners.putIfAbsent(key(it, of, place), place)));
    }
    Map<Integer, RowJson> left = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      if (!isGiven(i)) {
        left.put(i, rows.get(i));
      }
    }
    left.replaceAll((place, row) -> with(row, details.getOrDefault(place, Map.of())));
    return left;
  }

  private boolean isGiven(int place) {
    RowJson row = rows.get(place);
    TableMapping owner = mapping.owner(row.table()).orElse(null);
    if (owner == null || mapping.table(row.table()).isPresent()) {
      return false;
    }
    Detail detail = owner.detail(row.table()).orElseThrow();
    Owned key = key(owner, detail, place);
    Integer to = key.on().stream().allMatch(String::isEmpty) ? null : owners.get(key);
    if (to == null) {
      return false;
    }
    details
        .computeIfAbsent(to, it -> new LinkedHashMap<>())
        .computeIfAbsent(detail.table().name(), it -> new ArrayList<>())
        .add(row.cells());
    return true;
  }

  private Owned key(TableMapping owner, Detail detail, int place) {
    Row row = new Row(rows.get(place).cells(), Map.of(), owner.aliases());
    List<String> on = new ArrayList<>();
    for (String column : detail.on()) {
      String value = row.find(column);
      on.add(value == null ? "" : value);
    }
    return new Owned(detail.table().name(), on);
  }

  private static RowJson with(
      RowJson row, Map<String, List<Map<String, @Nullable String>>> details) {
    return details.isEmpty() ? row : new RowJson(row.table(), row.event(), row.cells(), details);
  }
}
