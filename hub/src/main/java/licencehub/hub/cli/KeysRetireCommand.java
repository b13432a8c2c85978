package licencehub.hub.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "retire",
    description = {
      "永久移除一把已不在用的旧密钥；此前的备份从此打不开",
      "Remove an earlier key for good, which nothing is under; backups from before need it"
    })
final class KeysRetireCommand implements Callable<Integer> {
  @Mixin private Talk talk = new Talk();
  @Mixin private final ServerOption server;
  @Mixin private OutputOption output = new OutputOption();

  @Parameters(
      index = "0",
      paramLabel = "KIND",
      description = {"data 或 index", "data or index, as in: keys status"})
  private String kind = "";

  @Parameters(
      index = "1",
      paramLabel = "N",
      description = {"密钥编号", "number of the key"})
  private int number;

  KeysRetireCommand(Surroundings surroundings) {
    this.server = new ServerOption(surroundings);
  }

  @Override
  public Integer call() {
    JsonNode keys = server.client().delete(KeysCommand.PATH + "/" + kind + "/" + number);
    output.print(talk.out(), KeysStatusCommand.table(keys), keys);
    return Exit.OK.code();
  }
}
