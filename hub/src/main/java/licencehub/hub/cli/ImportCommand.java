package licencehub.hub.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "import",
    description = {
      "导入公布的目录：证照类型（GB/T 36902）、事项（GB/T 39554.2）",
      "Bring in published directories: licence types (GB/T 36902), items (GB/T 39554.2)"
    })
final class ImportCommand implements Callable<Integer> {
  @Mixin private Talk talk = new Talk();

  @Override
  public Integer call() {
    talk.spec().commandLine().usage(talk.err());
    return Exit.USAGE.code();
  }
}
