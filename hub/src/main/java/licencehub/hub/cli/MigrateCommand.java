package licencehub.hub.cli;

import java.util.concurrent.Callable;
import licencehub.hub.config.ConfigFolder;
import licencehub.library.LibraryMove.Moved;
import licencehub.model.Text;
import licencehub.model.ledger.Checkpoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "migrate",
    description = {
      "迁移：把数据目录中的 SQLite 库搬进 hub.yaml 所写的 PostgreSQL；可中断后继续，最后证明两边一致",
      "Migrate: move the data folder's SQLite library into the PostgreSQL that hub.yaml names; goes"
          + " on where it was broken off, and proves that both sides are the same"
    })
final class MigrateCommand implements Callable<Integer> {
  private static final int DIGEST = 16;
  private final Surroundings surroundings;
  @Mixin private Talk talk = new Talk();
  @Mixin private ConfigOption config = new ConfigOption();

  MigrateCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    ConfigFolder folder = config.sound(talk.err());
    Progress progress = new Progress(talk.err(), surroundings.clock(), talk.isTerminal());
    Moved moved = surroundings.launcher().move(folder, progress::at);
    Table table = new Table("表 TABLE", "行数 ROWS", "两边同为 SAME ON BOTH SIDES");
    moved.parts().forEach(it -> table.row(it.table(), it.rows(), it.digest().substring(0, DIGEST)));
    table.print(talk.out());
    long size = moved.latest().map(Checkpoint::size).orElse(0L);
    String root = moved.latest().map(it -> it.root().toString()).orElse("-");
    talk.out()
        .println(
            talk.green("  ✓ ")
                + Text.of(
                    "账本 " + size + " 条，根 " + root + "，两边一致；可以启动枢纽",
                    "the ledger has "
                        + size
                        + " entries under this root on both sides; the hub can be started"));
    talk.out().flush();
    return Exit.OK.code();
  }
}
