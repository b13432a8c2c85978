package licencehub.hub.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "completion",
    description = {
      "打印补全脚本，例如：source <(licencehub completion bash)",
      "Print a completion script, for example: source <(licencehub completion bash)"
    })
final class CompletionCommand implements Callable<Integer> {
  /** Shells a script is made for. */
  enum Shell {
    bash
  }

  @Mixin private Talk talk = new Talk();

  @Parameters(
      paramLabel = "SHELL",
      defaultValue = "bash",
      description = {"命令解释器：${COMPLETION-CANDIDATES}", "which shell: ${COMPLETION-CANDIDATES}"})
  private Shell shell = Shell.bash;

  @Override
  public Integer call() {
    String script =
        switch (shell) {
          case bash -> AutoComplete.bash("licencehub", talk.spec().root().commandLine());
        };
    talk.out().println(script);
    talk.out().flush();
    return Exit.OK.code();
  }
}
