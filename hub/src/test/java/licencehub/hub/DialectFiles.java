package licencehub.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import licencehub.connectors.RawRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What the connectors' room says about a dialect of tables: its mapping, and the example rows its
 * own tests read.
 */
record DialectFiles(JsonNode mapping, JsonNode rows) {
  private static final Path CONNECTORS = Path.of("../connectors/src");
  private static final Path EXAMPLES =
      CONNECTORS.resolve("test/resources/licencehub/connectors/tables/examples");
  private static final Path MAPPINGS =
      CONNECTORS.resolve("main/resources/licencehub/connectors/tables/dialects");
  private static final YAMLMapper YAML = new YAMLMapper();

  /** One example row, and rows that belong to it. */
  record Example(String name, JsonNode node) {
    String table() {
      return node.path("table").asString();
    }

    RawRecord record() {
      return new RawRecord(JsonMapper.shared().writeValueAsBytes(node), "application/json", name);
    }

    /** The same with another value in a column, there and in the rows that belong to it. */
    RawRecord with(String column, String value) {
      JsonNode changed = node.deepCopy();
      ((ObjectNode) changed.path("row")).put(column, value);
      changed
          .path("details")
          .forEach(rows -> rows.forEach(it -> ((ObjectNode) it).put(column, value)));
      return new Example(name, changed).record();
    }
  }

  /**
   * A column that is looked up in a code list.
   *
   * @param path where its meaning stands in the document's data, with dots
   */
  record Coded(String table, String column, String path, List<String> codes) {
    boolean isAt(String pointer) {
      return pointer.replaceAll("/[0-9]+(?=/|$)", "").equals("/data/" + path.replace('.', '/'));
    }

    @Override
    public String toString() {
      return table + "." + column + " " + path;
    }
  }

  static DialectFiles of(String dialect) {
    return new DialectFiles(
        YAML.readTree(MAPPINGS.resolve(dialect + ".yaml")),
        YAML.readTree(EXAMPLES.resolve(dialect + ".yaml")));
  }

  /** An ExInfo document. */
  static byte[] upload() {
    try {
      return Files.readAllBytes(EXAMPLES.resolve("guangdong-exinfo.xml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Example> examples() {
    return rows.properties().stream().map(it -> new Example(it.getKey(), it.getValue())).toList();
  }

  /** Every table with every type of event it reports. */
  Set<String> events() {
    Set<String> events = new TreeSet<>();
    mapping
        .path("tables")
        .forEachEntry(
            (table, it) ->
                it.path("events")
                    .forEach(event -> events.add(table + " " + event.path("type").asString())));
    return events;
  }

  /** Every column of a table that is looked up in a code list. */
  List<Coded> coded(String table) {
    List<Coded> coded = new ArrayList<>();
    JsonNode rules = mapping.path("tables").path(table);
    gather(table, rules.path("fields"), "", coded);
    for (JsonNode event : rules.path("events")) {
      gather(table, event.path("fields"), "", coded);
      event
          .path("lists")
          .forEachEntry((list, it) -> gather(table, it.path("fields"), list + ".", coded));
    }
    return coded;
  }

  private void gather(String table, JsonNode fields, String before, List<Coded> coded) {
    fields.forEachEntry(
        (path, rule) -> {
          for (JsonNode it = rule; it.isObject(); it = it.path("or")) {
            JsonNode list = mapping.path("codes").path(it.path("codes").asString(""));
            if (!list.isEmpty()) {
              List<String> codes = List.copyOf(list.propertyNames());
              coded.add(new Coded(table, it.path("column").asString(), before + path, codes));
            }
          }
        });
  }
}
