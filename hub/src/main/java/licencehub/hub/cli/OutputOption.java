package licencehub.hub.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code -o table|json}: the same data for people or for programmes. */
final class OutputOption {
  /** The forms standard output may take. */
  enum Form {
    table,
    json
  }

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORM",
      defaultValue = "table",
      description = {
        "输出格式：${COMPLETION-CANDIDATES}（默认 ${DEFAULT-VALUE}）",
        "output form: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE})"
      })
  private Form form = Form.table;

  void print(PrintWriter out, Table table, JsonNode json) {
    if (isJson()) {
      out.println(JSON.writeValueAsString(json));
      out.flush();
    } else {
      table.print(out);
    }
  }

  boolean isJson() {
    return form == Form.json;
  }
}
