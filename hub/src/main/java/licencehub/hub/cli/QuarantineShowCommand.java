package licencehub.hub.cli;

import java.util.List;
import java.util.concurrent.Callable;
import licencehub.model.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "show",
    description = {
      "显示一件隔离报送：原因、次数和内容结构（不含个人数据）",
      "Show one entry: reasons, attempts, structure of its content (no personal data)"
    })
final class QuarantineShowCommand implements Callable<Integer> {
  private static final List<String> KEYS =
      List.of(
          "number",
          "source",
          "id",
          "locator",
          "mediaType",
          "bytes",
          "sha256",
          "receivedAt",
          "attempts",
          "nextAttempt",
          "settledAs");

  @Mixin private Talk talk = new Talk();
  @Mixin private final ServerOption server;
  @Mixin private OutputOption output = new OutputOption();

  @Parameters(
      paramLabel = "N",
      description = {"隔离编号", "number of the entry"})
  private long number;

  QuarantineShowCommand(Surroundings surroundings) {
    this.server = new ServerOption(surroundings);
  }

  @Override
  public Integer call() {
    JsonNode entry = server.client().get(QuarantineCommand.PATH + "/" + number);
    Table table = new Table("项 KEY", "值 VALUE");
    for (String key : KEYS) {
      if (entry.has(key)) {
        table.row(key, entry.path(key).asString(""));
      }
    }
    for (JsonNode fault : entry.path("faults")) {
      Text message = Refusals.text(fault.path("message"), "-", "-");
      Text detail = Refusals.text(fault.path("detail"), "-", "-");
      table.row(fault.path("code").asString("") + " " + fault.path("path").asString(""), message);
      table.row("", detail);
    }
    table.row("structure", entry.path("structure"));
    output.print(talk.out(), table, entry);
    return Exit.OK.code();
  }
}
