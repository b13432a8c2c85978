package licencehub.hub.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import licencehub.model.Text;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(
    name = "list",
    description = {"列出隔离的报送，从最早的起", "List what was set aside, oldest first"})
final class QuarantineListCommand implements Callable<Integer> {
  @Mixin private Talk talk = new Talk();
  @Mixin private final ServerOption server;
  @Mixin private OutputOption output = new OutputOption();

  @Option(
      names = "--source",
      paramLabel = "ID",
      description = {"只看此来源", "of this source alone"})
  private @Nullable String source;

  @Option(
      names = "--reason",
      paramLabel = "CODE",
      description = {"只看此原因，例如 signature.wrong", "of this reason alone, such as signature.wrong"})
  private @Nullable String reason;

  @Option(
      names = "--after",
      paramLabel = "N",
      defaultValue = "0",
      description = {"从此编号之后开始", "begin behind this number"})
  private long after;

  @Option(
      names = "-n",
      paramLabel = "N",
      defaultValue = "50",
      description = {"最多条数，1至200（默认 50）", "at the most so many, 1 to 200 (default 50)"})
  private int limit;

  QuarantineListCommand(Surroundings surroundings) {
    this.server = new ServerOption(surroundings);
  }

  @Override
  public Integer call() {
    String query =
        "?after=" + after + "&limit=" + limit + part("source", source) + part("reason", reason);
    JsonNode page = server.client().get(QuarantineCommand.PATH + query);
    Table table =
        new Table(
            "编号 NUMBER",
            "来源 SOURCE",
            "报送编号 ID",
            "原因 CODE",
            "次数 ATTEMPTS",
            "接收 RECEIVED",
            "位置 LOCATOR");
    for (JsonNode it : page.path("entries")) {
      table.row(
          it.path("number").asLong(0),
          it.path("source").asString(""),
          it.path("id").asString("-"),
          it.path("faults").path(0).path("code").asString(""),
          it.path("attempts").asInt(0),
          it.path("receivedAt").asString(""),
          it.path("locator").asString(""));
    }
    output.print(talk.out(), table, page.path("entries"));
    if (page.has("next")) {
      String next = "--after " + page.path("next").asString();
      talk.say(Text.of("还有更多：" + next, "there are more: " + next));
    }
    return Exit.OK.code();
  }

  private static String part(String key, @Nullable String value) {
    return value == null ? "" : "&" + key + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
