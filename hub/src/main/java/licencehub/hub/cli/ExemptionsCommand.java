package licencehub.hub.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "exemptions",
    description = {"免提交规则：试算变更", "Rules of exemption: try a change"})
final class ExemptionsCommand implements Callable<Integer> {
  @Mixin private Talk talk = new Talk();

  @Override
  public Integer call() {
    talk.spec().commandLine().usage(talk.err());
    return Exit.USAGE.code();
  }
}
