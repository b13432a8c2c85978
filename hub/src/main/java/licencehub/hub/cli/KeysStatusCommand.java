package licencehub.hub.cli;

import java.util.concurrent.Callable;
import licencehub.model.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

@Command(
    name = "status",
    description = {
      "密钥从哪里来，哪些在用，轮换到哪里",
      "Where keys come from, which are in use, how far rotation is"
    })
final class KeysStatusCommand implements Callable<Integer> {
  @Mixin private Talk talk = new Talk();
  @Mixin private final ServerOption server;
  @Mixin private OutputOption output = new OutputOption();

  KeysStatusCommand(Surroundings surroundings) {
    this.server = new ServerOption(surroundings);
  }

  @Override
  public Integer call() {
    JsonNode keys = server.client().get(KeysCommand.PATH);
    output.print(talk.out(), table(keys), keys);
    talk.say(words(keys));
    return Exit.OK.code();
  }

  static Table table(JsonNode keys) {
    Table table = new Table("种类 KIND", "当前 CURRENT", "持有 HELD", "在用 IN USE");
    for (String kind : new String[] {"data", "index"}) {
      JsonNode it = keys.path(kind);
      table.row(kind, it.path("current").asInt(), it.path("held"), it.path("inUse"));
    }
    return table;
  }

  /** How far rotation is, in words. */
  static Text words(JsonNode keys) {
    JsonNode rotation = keys.path("rotation");
    String origin = keys.path("origin").asString("");
    String trouble = rotation.path("trouble").asString("");
    String hold = trouble.isEmpty() ? "" : " ! " + trouble;
    if (rotation.path("done").asBoolean(false)) {
      return Text.of(
          "全部内容都在当前密钥之下；密钥来自 " + origin + hold,
          "everything is under the current keys, which come from " + origin);
    }
    long rows = rotation.path("rows").asLong();
    long events = rotation.path("events").asLong();
    return Text.of(
        "轮换中：约余 %d 行、%d 条待建索引，%d 行打不开；密钥来自 %s%s"
            .formatted(rows, events, rotation.path("stuck").asLong(), origin, hold),
        "rotating: about %d rows and %d events to index are left".formatted(rows, events));
  }
}
