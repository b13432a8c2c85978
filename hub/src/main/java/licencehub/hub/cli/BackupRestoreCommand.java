package licencehub.hub.cli;

import java.util.concurrent.Callable;
import licencehub.hub.backup.Backup;
import licencehub.hub.backup.Restored;
import licencehub.hub.config.ConfigFolder;
import licencehub.model.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "restore",
    description = {
      "从备份恢复；枢纽须已停止，原有的库须先移开，密钥须在数据目录中",
      "Go on from one; the hub must be stopped, the former library moved away, the keys in place"
    })
final class BackupRestoreCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  @Mixin private Talk talk = new Talk();
  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private BackupArgument backup = new BackupArgument();

  BackupRestoreCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    ConfigFolder folder = config.sound(talk.err());
    Progress progress = new Progress(talk.err(), surroundings.clock(), talk.isTerminal());
    return switch (surroundings.launcher().restore(folder, backup.folder(), progress::at)) {
      case Restored.Refused(Text why, Text remedy) ->
          throw new CommandFailed(Exit.INVALID, why, remedy);
      case Restored.Done(Backup it) -> {
        talk.out().println(talk.green("  ✓ ") + done(it));
        talk.out().flush();
        talk.say(AFTER);
        yield Exit.OK.code();
      }
    };
  }

  private static Text done(Backup it) {
    long entries = it.manifest().entries();
    return Text.of(
        "已恢复到 " + it.manifest().madeAt() + "，账本" + entries + "条",
        "restored as of " + it.manifest().madeAt() + ", " + entries + " entries");
  }

  private static final Text AFTER =
      Text.of(
          "此后的回执不再成立：来源会从当时的位置重新采集；已打读标记的前置库行须请部门重置标记，见 docs/operations.md",
          "receipts from after that no longer hold: sources are read again from where they were then;"
              + " rows of front-end tables with a read mark need it reset, see docs/operations.md");
}
