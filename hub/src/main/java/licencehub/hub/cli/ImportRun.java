package licencehub.hub.cli;

import java.nio.file.Path;
import java.util.List;
import licencehub.hub.imports.Import;
import licencehub.hub.imports.Import.Fate;
import licencehub.model.Text;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What both imports take, and how they go. */
final class ImportRun {
  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = {"JSON 数组或 CSV（UTF-8 或 GB 18030）", "a JSON array or CSV (UTF-8 or GB 18030)"})
  private List<Path> files = List.of();

  @Option(
      names = "--config",
      paramLabel = "DIR",
      required = true,
      description = {"配置目录", "configuration folder"})
  private Path config = Path.of("config");

  @Option(
      names = "--dry-run",
      description = {"只显示与现状的差别", "only show how it differs from what stands"})
  private boolean dryRun;

  @Option(
      names = "--replace",
      description = {"也修改已有的文件（其注释不保留）", "change files that stand, too (their comments go)"})
  private boolean replace;

  int run(Import.Kind kind, Talk talk) {
    Import entry = new Import(kind, config);
    Import.Plan plan = entry.plan(files);
    if (!plan.faults().isEmpty()) {
      return unsound(plan, talk);
    }
    for (Import.Change each : plan.changes()) {
      talk.out()
          .println(each.fate().name().toLowerCase(java.util.Locale.ROOT) + "  " + each.file());
      each.differences().forEach(it -> talk.out().println("    " + it));
    }
    talk.out().flush();
    long kept = plan.changes().stream().filter(it -> it.fate() == Fate.DIFFERENT).count();
    if (dryRun) {
      talk.say(Text.of("只是比较，没有写入。", "Only compared; nothing was written."));
      return Exit.OK.code();
    }
    int written = entry.write(plan, replace);
    talk.say(Text.of("写入" + written + "个文件。", written + " file(s) written."));
    if (kept > 0 && !replace) {
      talk.say(
          Text.of(
              kept + "个已有文件与输入不同，未改；要改请加 --replace。",
              kept + " file(s) differ and were left; add --replace to change them."));
      return Exit.PARTLY.code();
    }
    return Exit.OK.code();
  }

  private static int unsound(Import.Plan plan, Talk talk) {
    plan.faults().forEach(talk.out()::println);
    talk.out().flush();
    talk.say(
        Text.of(
            "共" + plan.faults().size() + "处问题，没有写入任何文件。",
            plan.faults().size() + " fault(s) in all; nothing was written."));
    return Exit.INVALID.code();
  }
}
