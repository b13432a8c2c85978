package licencehub.hub.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;

@Command(
    name = "version",
    description = {"显示版本与所用 Java", "Show the version and the Java it runs on"})
final class VersionCommand implements Callable<Integer>, IVersionProvider {
  @Mixin private Talk talk = new Talk();

  @Override
  public Integer call() {
    talk.out().println(getVersion()[0]);
    talk.out().flush();
    return Exit.OK.code();
  }

  @Override
  public String[] getVersion() {
    String built = VersionCommand.class.getPackage().getImplementationVersion();
    return new String[] {
      "licencehub " + (built == null ? "dev" : built) + " (Java " + Runtime.version() + ")"
    };
  }
}
