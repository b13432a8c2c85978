package licencehub.hub.cli;

import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import licencehub.hub.backup.Backup;
import licencehub.hub.config.ConfigFolder;
import licencehub.model.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "make",
    description = {"现在就备份一次；不含密钥，密钥请另行保存", "Make one now; keys are not in it, keep them elsewhere"})
final class BackupMakeCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  @Mixin private Talk talk = new Talk();
  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private ShelfOption shelf = new ShelfOption();

  BackupMakeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    ConfigFolder folder = config.sound(talk.err());
    Progress progress = new Progress(talk.err(), surroundings.clock(), talk.isTerminal());
    Backup made =
        surroundings
            .launcher()
            .backups(folder)
            .make(
                shelf.shelf(folder),
                surroundings.clock().instant().truncatedTo(ChronoUnit.MILLIS),
                progress::at);
    talk.out().println(made.folder());
    talk.out().flush();
    long entries = made.manifest().entries();
    talk.say(
        Text.of(
            "账本" + entries + "条，已核对",
            entries + " entries of the ledger, checked against its root"));
    return Exit.OK.code();
  }
}
