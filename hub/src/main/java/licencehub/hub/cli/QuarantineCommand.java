package licencehub.hub.cli;

import java.util.concurrent.Callable;
import licencehub.model.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

@Command(
    name = "quarantine",
    description = {"隔离区：不带子命令时按原因分组", "The quarantine; without a sub-command grouped by cause"})
final class QuarantineCommand implements Callable<Integer> {
  static final String PATH = "/api/v1/quarantine";

  @Mixin private Talk talk = new Talk();
  @Mixin private final ServerOption server;
  @Mixin private OutputOption output = new OutputOption();

  QuarantineCommand(Surroundings surroundings) {
    this.server = new ServerOption(surroundings);
  }

  @Override
  public Integer call() {
    JsonNode groups = server.client().get(PATH + "?limit=1").path("groups");
    Table table =
        new Table("来源 SOURCE", "原因 CODE", "件数 NUMBER", "最早 OLDEST", "最近 NEWEST", "说明 MESSAGE");
    for (JsonNode it : groups) {
      table.row(
          it.path("source").asString(""),
          it.path("code").asString(""),
          it.path("number").asLong(0),
          it.path("oldest").asString(""),
          it.path("newest").asString(""),
          Refusals.text(it.path("message"), "-", "-"));
    }
    output.print(talk.out(), table, groups);
    if (groups.isEmpty()) {
      talk.say(Text.of("隔离区为空。", "The quarantine is empty."));
    }
    return Exit.OK.code();
  }
}
