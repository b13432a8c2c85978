package licencehub.hub.cli;

import java.util.List;
import java.util.concurrent.Callable;
import licencehub.hub.backup.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

@Command(
    name = "list",
    description = {"列出备份，旧的在前", "List backups, the oldest first"})
final class BackupListCommand implements Callable<Integer> {
  @Mixin private Talk talk = new Talk();
  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private ShelfOption shelf = new ShelfOption();
  @Mixin private OutputOption output = new OutputOption();

  @Override
  public Integer call() {
    List<Backup> backups = shelf.shelf(config.sound(talk.err())).backups();
    Table table = new Table("时间 MADE", "账本 ENTRIES", "目录 FOLDER");
    ArrayNode json = JsonMapper.shared().createArrayNode();
    for (Backup each : backups) {
      table.row(each.manifest().madeAt(), each.manifest().entries(), each.folder());
      json.addObject()
          .put("madeAt", each.manifest().madeAt().toString())
          .put("entries", each.manifest().entries())
          .put("folder", each.folder().toString());
    }
    output.print(talk.out(), table, json);
    return Exit.OK.code();
  }
}
