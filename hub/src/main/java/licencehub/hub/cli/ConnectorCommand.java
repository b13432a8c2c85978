package licencehub.hub.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "connector",
    description = {
      "连接器：列出种类、列出来源、试连（dry run）",
      "Connectors: their kinds, the configured sources, the dry run"
    })
final class ConnectorCommand implements Callable<Integer> {
  @Mixin private Talk talk = new Talk();

  @Override
  public Integer call() {
    talk.spec().commandLine().usage(talk.err());
    return Exit.USAGE.code();
  }
}
