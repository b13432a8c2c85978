package licencehub.hub.cli;

import java.util.concurrent.Callable;
import licencehub.hub.imports.Import;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "types",
    description = {
      "导入证照类型目录到 licence-types/；有一行不能取用就什么都不写",
      "Bring a directory of licence types into licence-types/; all rows or none"
    })
final class ImportTypesCommand implements Callable<Integer> {
  @Mixin private Talk talk = new Talk();
  @Mixin private ImportRun run = new ImportRun();

  @Override
  public Integer call() {
    return run.run(Import.Kind.TYPES, talk);
  }
}
