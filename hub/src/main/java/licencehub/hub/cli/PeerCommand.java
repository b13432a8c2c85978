package licencehub.hub.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "peer",
    description = {
      "对等枢纽：本枢纽名片、接入、列出、试连",
      "Other hubs: this one's card, letting one in by its card, listing, the dry run"
    })
final class PeerCommand implements Callable<Integer> {
  @Mixin private Talk talk = new Talk();

  @Override
  public Integer call() {
    talk.spec().commandLine().usage(talk.err());
    return Exit.USAGE.code();
  }
}
