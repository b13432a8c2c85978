package licencehub.connectors.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import licencehub.model.Fault;
import licencehub.model.Reason;
import licencehub.model.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A row as it travels; see {@link licencehub.connectors.TableDialect}.
 *
 * @param event the one event meant, where a row reports several; null otherwise
 * @param details rows of other tables that belong to it, by table
 */
public record RowJson(
    String table,
    @Nullable String event,
    Map<String, @Nullable String> cells,
    Map<String, List<Map<String, @Nullable String>>> details) {
  /** Bytes at the most; front-end rows without their files are far smaller. */
  public static final int MOST_BYTES = 4 << 20;

  private static final int MOST_CELLS = 500;
  private static final int MOST_DETAILS = 10_000;
  private static final int MOST_DEPTH = 4;
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MOST_DEPTH)
                          .maxStringLength(MOST_BYTES)
                          .maxNameLength(200)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** A row nothing belongs to. */
  public RowJson(String table, @Nullable String event, Map<String, @Nullable String> cells) {
    this(table, event, cells, Map.of());
  }

  /** The bytes of a row; the same row always gives the same bytes. */
  public byte[] bytes() {
    ObjectNode node = JSON.createObjectNode().put("table", table);
    if (event != null) {
      node.put("event", event);
    }
    ObjectNode row = node.putObject("row");
    cells.forEach(row::put);
    if (!details.isEmpty()) {
      ObjectNode all = node.putObject("details");
      details.forEach(
          (name, rows) -> {
            ArrayNode list = all.putArray(name);
            rows.forEach(it -> it.forEach(list.addObject()::put));
          });
    }
    return JSON.writeValueAsBytes(node);
  }

  /**
   * Reads what {@link #bytes()} writes.
   *
   * @throws Unreadable when the bytes are anything else
   */
  static RowJson read(byte[] bytes) throws Unreadable {
    if (bytes.length > MOST_BYTES) {
      throw new Unreadable(
          Reason.BYTES_TOO_LARGE,
          "",
          Text.of(
              "该行 " + bytes.length + " 字节，超过上限 " + MOST_BYTES + " 字节。请把文件内容移出表行。",
              "The row has %d bytes; the limit is %d. Keep files out of the table's rows."
                  .formatted(bytes.length, MOST_BYTES)));
    }
    JsonNode node = tree(bytes);
    JsonNode table = node.path("table");
    JsonNode event = node.path("event");
    if (!table.isString() || !(event.isMissingNode() || event.isString())) {
      throw notARow();
    }
    return new RowJson(
        table.stringValue(),
        event.isString() ? event.stringValue() : null,
        cells(node.path("row")),
        details(node.path("details")));
  }

  private static Map<String, List<Map<String, @Nullable String>>> details(JsonNode node)
      throws Unreadable {
    Map<String, List<Map<String, @Nullable String>>> details = new LinkedHashMap<>();
    if (!(node.isMissingNode() || node.isObject()) || node.size() > MOST_DETAILS) {
      throw notARow();
    }
    for (Map.Entry<String, JsonNode> table : node.properties()) {
      if (!table.getValue().isArray() || table.getValue().size() > MOST_DETAILS) {
        throw notARow();
      }
      List<Map<String, @Nullable String>> rows = new ArrayList<>();
      for (JsonNode row : table.getValue()) {
        rows.add(cells(row));
      }
      details.put(table.getKey(), rows);
    }
    return details;
  }

  private static JsonNode tree(byte[] bytes) throws Unreadable {
    try {
      return JSON.readTree(bytes);
    } catch (JacksonException notJson) {
      throw notARow();
    }
  }

  private static Map<String, @Nullable String> cells(JsonNode row) throws Unreadable {
    if (!row.isObject() || row.size() > MOST_CELLS) {
      throw notARow();
    }
    Map<String, @Nullable String> cells = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> cell : row.properties()) {
      JsonNode value = cell.getValue();
      if (value.isContainer()) {
        throw notARow();
      }
      cells.put(cell.getKey(), value.isNull() ? null : value.asString());
    }
    return cells;
  }

  private static Unreadable notARow() {
    return new Unreadable(
        Reason.BYTES_UNREADABLE,
        "",
        Text.of(
            "内容不是表行 JSON：应为 {\"table\":\"表名\",\"row\":{\"列名\":\"值\"}}，每个值为文本或 null。",
            "This is not a table row in JSON: {\"table\":\"name\",\"row\":{\"column\":\"value\"}},"
                + " each value text or null, is expected."));
  }

  /** The bytes are not a row. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    Unreadable(Reason reason, String path, Text detail) {
      super(detail.toString());
      this.fault = Fault.at(path, reason, detail);
    }

    Fault fault() {
      return fault;
    }
  }
}
