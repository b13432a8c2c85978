package licencehub.connectors.tables;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.code.RegionCode;
import licencehub.model.event.Organisation;
import tools.jackson.databind.node.ObjectNode;

/** Reads a whole mapping document, or refuses it whole. */
final class MappingReader {
  private final Keys root;
  private final FieldRules rules;

  MappingReader(ObjectNode document, Organisation department, RegionCode region) {
    this.root = new Keys("mapping", document);
    this.rules = new FieldRules(root.members("codes"), department, region);
  }

  /**
   * @throws MalformedValue when the document makes no sense; names the key
   */
  Mapping read() {
    List<String> patterns = root.texts("patterns");
    patterns.forEach(it -> FieldRules.checkPattern("mapping.patterns", it));
    Times times = new Times(zone(root.text("zone")), patterns);
    Map<String, List<String>> aliases = new LinkedHashMap<>();
    root.members("aliases")
        .forEach((column, names) -> aliases.put(column, Keys.texts("mapping.aliases", names)));
    TableRules common =
        new TableRules(
            rules,
            aliases,
            root.find("mark"),
            root.find("version"),
            root.texts("order"),
            root.members("caseFields"));
    List<TableMapping> tables = new ArrayList<>();
    root.members("tables")
        .forEach(
            (name, table) ->
                tables.add(common.read(name, new Keys("mapping.tables." + name, table))));
    Map<String, Text> notTaken = new LinkedHashMap<>();
    root.members("notTaken")
        .forEach(
            (name, why) -> notTaken.put(name, text(new Keys("mapping.notTaken." + name, why))));
    root.done();
    return new Mapping(times, tables, notTaken);
  }

  private static Text text(Keys keys) {
    Text text = Text.of(keys.text("zh"), keys.text("en"));
    keys.done();
    return text;
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unknown) {
      throw MalformedValue.of(
          Text.of("映射键 mapping.zone 的时区", "time zone of mapping key mapping.zone"),
          name,
          Text.of("无效", "is not known"),
          "Asia/Shanghai");
    }
  }
}
