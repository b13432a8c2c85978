package licencehub.connectors.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import licencehub.connectors.FrontEndTable;
import licencehub.connectors.FrontEndTable.Detail;
import licencehub.connectors.FrontEndTable.ReadMark;
import licencehub.model.Text;
import licencehub.model.event.EventType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * Reads the rules for single tables out of a mapping document.
 *
 * @param mark the read mark of tables that give none
 * @param version the version rule of tables that give none
 * @param order the order of tables that give none
 * @param caseFields fields every event of a case has
 */
record TableRules(
    FieldRules rules,
    Map<String, List<String>> aliases,
    @Nullable JsonNode mark,
    @Nullable JsonNode version,
    List<String> order,
    Map<String, JsonNode> caseFields) {
  private static final Set<Form> MOMENTS = Set.of(Form.TIME, Form.DATE);

  TableMapping read(String name, Keys keys) {
    List<String> named = keys.some("keys");
    List<String> otherNames = keys.texts("otherNames");
    Field versionRule =
        rules.field(
            keys.place("version"), "recordversion", own(keys, "version", version), Form.INTEGER);
    ReadMark readMark = mark(new Keys(keys.place("mark"), own(keys, "mark", mark)));
    List<String> sorted = order(keys);
    Map<String, JsonNode> only = keys.members("only");
    List<Condition> conditions = rules.conditions(keys.place("only"), only);
    List<EventMapping> events = events(keys);
    List<Detail> details = lists().details(keys, events, readMark);
    SignedColumns signature = signature(keys);
    keys.done();
    TableColumns columns = new TableColumns(aliases);
    Stream.of(named, sorted, only.keySet()).forEach(columns::need);
    details.forEach(it -> columns.need(it.on()));
    columns.look(versionRule);
    events.forEach(columns::look);
    columns.look(signature);
    FrontEndTable frontEnd =
        new FrontEndTable(
            name,
            columns.list(),
            identity(named, versionRule),
            readMark,
            sorted,
            values(keys, only),
            details);
    return new TableMapping(
        frontEnd, otherNames, named, versionRule, conditions, events, aliases, signature);
  }

  private ListRules lists() {
    return new ListRules(rules, aliases);
  }

  private List<String> order(Keys keys) {
    List<String> own = keys.texts("order");
    return own.isEmpty() ? order : own;
  }

  private List<EventMapping> events(Keys keys) {
    List<EventMapping> events = new ArrayList<>();
    Map<String, JsonNode> shared = keys.members("fields");
    keys.members("events")
        .forEach(
            (name, rule) ->
                events.add(event(name, new Keys(keys.place("events." + name), rule), shared)));
    return events;
  }

  private EventMapping event(String name, Keys keys, Map<String, JsonNode> shared) {
    EventType type = EventType.parse(keys.text("type"));
    List<Condition> when = rules.conditions(keys.place("when"), keys.members("when"));
    String time = keys.text("time");
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    Map<String, JsonNode> own = keys.members("fields");
    List<ListMapping> lists = lists().lists(keys);
    if (!type.isLicence()) {
      fields.putAll(caseFields);
    }
    fields.putAll(shared);
    fields.putAll(own);
    keys.done();
    EventMapping event =
        new EventMapping(name, type, when, time, rules.fields(keys.place("fields"), fields), lists);
    checkField(keys, event, event.subject(), Set.of(Form.TEXT));
    checkField(keys, event, time, MOMENTS);
    return event;
  }

  private static void checkField(Keys keys, EventMapping event, String path, Set<Form> forms) {
    boolean sound =
        event.fields().stream()
            .anyMatch(
                it ->
                    it.path().equals(path)
                        && it.required()
                        && it.fallback() == null
                        && forms.contains(it.form()));
    if (!sound) {
      throw Keys.refuse(
          keys.place("fields." + path),
          NullNode.getInstance(),
          Text.of("必须存在、必填且取值方式为 " + forms, "must be there, be required and be one of " + forms),
          "{column: PROJID, required: true}");
    }
  }

  private static @Nullable SignedColumns signature(Keys keys) {
    JsonNode rule = keys.find("signature");
    if (rule == null) {
      return null;
    }
    Keys inner = new Keys(keys.place("signature"), rule);
    SignedColumns signature = new SignedColumns(inner.text("column"), inner.texts("over"));
    inner.done();
    return signature;
  }

  static ReadMark mark(Keys keys) {
    ReadMark mark =
        new ReadMark(
            keys.text("column"), keys.text("unread"), keys.text("read"), keys.text("failed"));
    keys.done();
    return mark;
  }

  private static JsonNode own(Keys keys, String key, @Nullable JsonNode common) {
    JsonNode own = keys.find(key);
    if (own != null) {
      return own;
    }
    if (common == null) {
      throw Keys.refuse(
          keys.place(),
          NullNode.getInstance(),
          Text.of("缺少键 " + key, "lacks key " + key),
          key + ": …");
    }
    return common;
  }

  /**
   * A version that is a column of its own tells two rows apart; one computed from a time need not.
   */
  private static List<String> identity(List<String> named, Field version) {
    List<String> identity = new ArrayList<>(named);
    if (version.column() != null && version.form() == Form.INTEGER) {
      identity.add(version.column());
    }
    return identity;
  }

  private static Map<String, List<String>> values(Keys keys, Map<String, JsonNode> only) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    only.forEach((column, list) -> values.put(column, Keys.texts(keys.place("only"), list)));
    return values;
  }
}
