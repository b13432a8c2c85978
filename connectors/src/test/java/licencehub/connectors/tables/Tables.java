package licencehub.connectors.tables;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import licencehub.connectors.Dialect;
import licencehub.connectors.RawRecord;
import licencehub.connectors.Recognised;
import licencehub.model.Fault;
import licencehub.model.Reason;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Rows, and what dialects make of them. */
final class Tables {
  private static final YAMLMapper YAML = new YAMLMapper();

  private Tables() {}

  /** A row of {@code examples/<dialect>.yaml}. */
  static RawRecord example(String dialect, String name) {
    try (InputStream in = Tables.class.getResourceAsStream("examples/" + dialect + ".yaml")) {
      JsonNode example = YAML.readTree(in).required(name);
      Map<String, List<Map<String, @Nullable String>>> details = new LinkedHashMap<>();
      example
          .path("details")
          .forEachEntry(
              (table, rows) -> details.put(table, rows.valueStream().map(Tables::cells).toList()));
      String table = example.path("table").asString();
      RowJson row = new RowJson(table, null, cells(example.path("row")), details);
      return new RawRecord(row.bytes(), "application/json", table);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A row from a table name and {@code {COLUMN: value, ...}}. */
  static RawRecord row(String table, String cells) {
    Map<String, @Nullable String> row = cells(YAML.readTree(cells));
    return new RawRecord(new RowJson(table, null, row).bytes(), "application/json", table);
  }

  /** The same row with one column changed; {@code null} empties it. */
  static RawRecord with(RawRecord row, String column, @Nullable String value) {
    JsonNode node = JsonMapper.shared().readTree(row.bytes());
    Map<String, @Nullable String> cells = cells(node.path("row"));
    cells.put(column, value);
    return new RawRecord(
        new RowJson(node.path("table").asString(), null, cells).bytes(), "application/json", "row");
  }

  /** The same row with rows of another table that belong to it, each as {@code {COLUMN: value}}. */
  static RawRecord owning(RawRecord row, String table, List<String> details) {
    JsonNode node = JsonMapper.shared().readTree(row.bytes());
    RowJson whole =
        new RowJson(
            node.path("table").asString(),
            null,
            cells(node.path("row")),
            Map.of(table, details.stream().map(it -> cells(YAML.readTree(it))).toList()));
    return new RawRecord(whole.bytes(), "application/json", "row");
  }

  private static Map<String, @Nullable String> cells(JsonNode node) {
    Map<String, @Nullable String> cells = new LinkedHashMap<>();
    node.forEachEntry((name, it) -> cells.put(name, it.isNull() ? null : it.asString()));
    return cells;
  }

  /** The one document a row becomes. */
  static JsonNode document(Dialect dialect, RawRecord row) {
    List<RawRecord> parts = dialect.split(row);
    assertThat(parts).hasSize(1);
    return unsigned(dialect, parts.getFirst());
  }

  /** Every document a row becomes. */
  static List<JsonNode> documents(Dialect dialect, RawRecord row) {
    return dialect.split(row).stream().map(it -> unsigned(dialect, it)).toList();
  }

  static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  static List<Fault> faults(Dialect dialect, RawRecord row) {
    Recognised recognised = dialect.recognise(row);
    assertThat(recognised).isInstanceOf(Recognised.Unreadable.class);
    return ((Recognised.Unreadable) recognised).faults();
  }

  /** The one fault of a row, which must have this reason and place and name what to repair. */
  static void refused(Dialect dialect, RawRecord row, Reason reason, String path, String key) {
    assertThat(faults(dialect, row))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.reason()).isEqualTo(reason);
              assertThat(it.path()).isEqualTo(path);
              assertThat(it.detail().zh()).contains(key);
              assertThat(it.detail().en()).contains(key);
            });
  }

  private static JsonNode unsigned(Dialect dialect, RawRecord record) {
    Recognised recognised = dialect.recognise(record);
    assertThat(recognised).isInstanceOf(Recognised.Unsigned.class);
    return json(new String(((Recognised.Unsigned) recognised).document(), UTF_8));
  }
}
