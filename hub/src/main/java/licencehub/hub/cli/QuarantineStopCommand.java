package licencehub.hub.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "stop",
    description = {
      "停止一次重放；未重放的留在隔离区",
      "End a replay; what was not replayed stays in the quarantine"
    })
final class QuarantineStopCommand implements Callable<Integer> {
  @Mixin private Talk talk = new Talk();
  @Mixin private final ServerOption server;
  @Mixin private OutputOption output = new OutputOption();

  @Parameters(
      paramLabel = "ID",
      description = {"重放编号", "number of the replay"})
  private long id;

  QuarantineStopCommand(Surroundings surroundings) {
    this.server = new ServerOption(surroundings);
  }

  @Override
  public Integer call() {
    JsonNode run = server.client().delete(QuarantineReplayCommand.RUNS + "/" + id);
    Table table = new Table("重放 REPLAY", "已重放 DONE", "总数 TOTAL");
    table.row(id, run.path("done").asLong(), run.path("total").asLong());
    output.print(talk.out(), table, run);
    return Exit.OK.code();
  }
}
