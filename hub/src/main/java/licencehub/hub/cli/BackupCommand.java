package licencehub.hub.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "backup",
    description = {
      "备份：制作、列出、检查、恢复；制作时枢纽照常运行",
      "Backups: make, list, check, restore; a hub goes on running while one is made"
    })
final class BackupCommand implements Callable<Integer> {
  @Mixin private Talk talk = new Talk();

  @Override
  public Integer call() {
    talk.spec().commandLine().usage(talk.err());
    return Exit.USAGE.code();
  }
}
