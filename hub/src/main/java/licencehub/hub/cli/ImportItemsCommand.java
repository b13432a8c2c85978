package licencehub.hub.cli;

import java.util.concurrent.Callable;
import licencehub.hub.imports.Import;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "items",
    description = {
      "导入事项及申请材料到 items/；有一行不能取用就什么都不写",
      "Bring items with their documents into items/; all rows or none"
    })
final class ImportItemsCommand implements Callable<Integer> {
  @Mixin private Talk talk = new Talk();
  @Mixin private ImportRun run = new ImportRun();

  @Override
  public Integer call() {
    return run.run(Import.Kind.ITEMS, talk);
  }
}
