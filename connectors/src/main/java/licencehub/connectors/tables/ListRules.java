package licencehub.connectors.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import licencehub.connectors.FrontEndTable;
import licencehub.connectors.FrontEndTable.Detail;
import licencehub.connectors.FrontEndTable.ReadMark;
import licencehub.model.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads the rules for lists, and for the tables whose rows become their members, out of a mapping
 * document.
 */
record ListRules(FieldRules rules, Map<String, List<String>> aliases) {
  /** The lists of one event. */
  List<ListMapping> lists(Keys event) {
    List<ListMapping> lists = new ArrayList<>();
    event
        .members("lists")
        .forEach(
            (path, rule) -> lists.add(list(path, new Keys(event.place("lists." + path), rule))));
    return lists;
  }

  private ListMapping list(String path, Keys keys) {
    List<Field> fields = rules.fields(keys.place("fields"), keys.members("fields"));
    List<Condition> when = rules.conditions(keys.place("when"), keys.members("when"));
    String table = keys.findText("rows");
    ListMapping.Origin origin =
        table == null
            ? new ListMapping.Origin.Parts(counting(keys, fields))
            : new ListMapping.Origin.Rows(table, when);
    keys.done();
    return new ListMapping(path, origin, fields);
  }

  private static Field counting(Keys keys, List<Field> fields) {
    String name = keys.text("parts");
    return fields.stream()
        .filter(it -> it.path().equals(name) && it.column() != null)
        .findFirst()
        .orElseThrow(
            () ->
                Keys.refuse(
                    keys.place("parts"),
                    JsonNodeFactory.instance.stringNode(name),
                    Text.of("应为有列的字段之一", "must be one of the fields that have a column"),
                    "code"));
  }

  /**
   * The tables whose rows belong to rows of one table.
   *
   * @param usual the mark of those that give none
   */
  List<Detail> details(Keys table, List<EventMapping> events, ReadMark usual) {
    List<Detail> details = new ArrayList<>();
    table
        .members("details")
        .forEach(
            (name, rule) ->
                details.add(
                    detail(name, new Keys(table.place("details." + name), rule), events, usual)));
    for (EventMapping event : events) {
      event.lists().forEach(it -> check(table, it, details));
    }
    return details;
  }

  private Detail detail(String name, Keys keys, List<EventMapping> events, ReadMark usual) {
    List<String> on = keys.some("on");
    List<String> named = keys.some("keys");
    List<String> order = keys.texts("order");
    JsonNode own = keys.find("mark");
    ReadMark mark = own == null ? usual : TableRules.mark(new Keys(keys.place("mark"), own));
    keys.done();
    TableColumns columns = new TableColumns(aliases);
    List.of(on, named, order).forEach(columns::need);
    for (EventMapping event : events) {
      for (ListMapping list : event.lists()) {
        if (list.origin() instanceof ListMapping.Origin.Rows rows && rows.table().equals(name)) {
          columns.lookThere(list, rows);
        }
      }
    }
    return new Detail(
        new FrontEndTable(name, columns.list(), named, mark, order, Map.of(), List.of()), on);
  }

  private static void check(Keys table, ListMapping list, List<Detail> details) {
    if (list.origin() instanceof ListMapping.Origin.Rows rows
        && details.stream().noneMatch(it -> it.table().name().equals(rows.table()))) {
      throw Keys.refuse(
          table.place("details"),
          JsonNodeFactory.instance.stringNode(rows.table()),
          Text.of("缺少列表所用的表", "lacks the table a list is made of"),
          rows.table() + ": {on: [PROJID], keys: [UNID]}");
    }
  }
}
