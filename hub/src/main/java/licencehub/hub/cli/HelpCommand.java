package licencehub.hub.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import licencehub.model.Text;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "help",
    description = {"显示某条命令的帮助", "Show the help of a command"})
final class HelpCommand implements Callable<Integer> {
  @Mixin private Talk talk = new Talk();

  @Parameters(
      paramLabel = "COMMAND",
      arity = "0..*",
      description = {"命令，例如 quarantine replay", "command, for example quarantine replay"})
  private List<String> path = new ArrayList<>();

  @Override
  public Integer call() {
    CommandLine at = talk.spec().root().commandLine();
    for (String word : path) {
      CommandLine next = at.getSubcommands().get(word);
      if (next == null) {
        throw new CommandFailed(
            Exit.USAGE,
            Text.of("没有命令“" + word + "”", "there is no command \"" + word + '"'),
            Text.of(
                "可用：" + String.join("、", at.getSubcommands().keySet()),
                "there are: " + String.join(", ", at.getSubcommands().keySet())));
      }
      at = next;
    }
    at.usage(talk.out());
    return Exit.OK.code();
  }
}
