package licencehub.hub.cli;

import java.util.concurrent.Callable;
import licencehub.hub.backup.Backup;
import licencehub.hub.backup.Finding;
import licencehub.model.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "check",
    description = {
      "检查一份备份：每个文件的摘要，账本的根和签名",
      "Check one: the digest of every file, the ledger's root and signatures"
    })
final class BackupCheckCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  @Mixin private Talk talk = new Talk();
  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private BackupArgument backup = new BackupArgument();

  BackupCheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    return switch (surroundings
        .launcher()
        .backups(config.sound(talk.err()))
        .check(backup.folder())) {
      case Finding.Damaged(Text what) -> {
        talk.out().println(talk.red("  ✗ ") + what);
        talk.out().flush();
        yield Exit.NEGATIVE.code();
      }
      case Finding.Sound(Backup it) -> {
        long entries = it.manifest().entries();
        talk.out()
            .println(
                talk.green("  ✓ ")
                    + Text.of(
                        "完好：" + it.manifest().madeAt() + "，账本" + entries + "条",
                        "sound: " + it.manifest().madeAt() + ", " + entries + " entries"));
        talk.out().flush();
        yield Exit.OK.code();
      }
    };
  }
}
