package licencehub.hub.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import licencehub.model.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads an input: a JSON array of flat objects, or CSV with its columns in the first row. */
final class RowFile {
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final long LARGEST = 64L << 20;

  private RowFile() {}

  /** The rows; what is wrong with the file as a whole goes to the faults. */
  static List<Row> read(Path file, List<RowFault> faults) {
    try {
      if (Files.size(file) > LARGEST) {
        return broken(file, 0, "超过64 MiB", "is larger than 64 MiB", faults);
      }
      String text = text(Files.readAllBytes(file));
      return text.stripLeading().startsWith("[")
          ? json(file, text, faults)
          : csv(file, text, faults);
    } catch (IOException e) {
      return broken(file, 0, "文件读不出", "the file cannot be read", faults);
    }
  }

  /** UTF-8, with or without a mark; else GB 18030, as spreadsheets write it. */
  private static String text(byte[] bytes) {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      return new String(bytes, GB18030);
    }
  }

  private static List<Row> json(Path file, String text, List<RowFault> faults) {
    List<Row> rows = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(text)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        int line = parser.currentTokenLocation().getLineNr();
        rows.add(new Row(file, line, values(JSON.readTree(parser))));
      }
      return parser.currentToken() == JsonToken.END_ARRAY
          ? rows
          : broken(
              file,
              parser.currentTokenLocation().getLineNr(),
              "应为对象的数组",
              "must be an array of objects",
              faults);
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
      return broken(file, line, "不是正确的JSON", "is not well-formed JSON", faults);
    }
  }

  private static Map<String, String> values(JsonNode object) {
    Map<String, String> values = new HashMap<>();
    object
        .properties()
        .forEach(
            it ->
                put(values, it.getKey(), it.getValue().isNull() ? "" : it.getValue().asString("")));
    return values;
  }

  private static List<Row> csv(Path file, String text, List<RowFault> faults) {
    List<Csv.Line> lines = Csv.lines(text);
    if (lines.isEmpty()) {
      return broken(file, 0, "文件是空的", "the file is empty", faults);
    }
    List<String> columns = lines.getFirst().cells();
    List<Row> rows = new ArrayList<>();
    for (Csv.Line line : lines.subList(1, lines.size())) {
      if (line.cells().size() > columns.size()) {
        broken(file, line.number(), "列数多于首行", "has more cells than the first row", faults);
        continue;
      }
      Map<String, String> values = new HashMap<>();
      for (int i = 0; i < line.cells().size(); i++) {
        put(values, columns.get(i), line.cells().get(i));
      }
      if (!values.isEmpty()) {
        rows.add(new Row(file, line.number(), values));
      }
    }
    return rows;
  }

  private static void put(Map<String, String> values, String column, String value) {
    if (!value.isBlank()) {
      values.put(column.strip().toLowerCase(Locale.ROOT), value.strip());
    }
  }

  private static List<Row> broken(
      Path file, int line, String zh, String en, List<RowFault> faults) {
    faults.add(
        new RowFault(
            file,
            line,
            "",
            "",
            Text.of(zh, en),
            Text.of(
                "参照 config/import-examples 中的例子",
                "follow the examples in config/import-examples")));
    return List.of();
  }
}
