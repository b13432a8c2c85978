package licencehub.hub.cli;

import java.util.concurrent.Callable;
import licencehub.connectors.Connector;
import licencehub.hub.config.ConfigFolder;
import licencehub.hub.config.DepartmentFile;
import licencehub.hub.config.Kinds;
import licencehub.hub.config.SourceFile;
import licencehub.model.Text;
import licencehub.model.code.SourceId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "check",
    description = {
      "试连一个来源：解析、连接、认证、权限、发现、读前几条、识别、检查、验签、授权；对源端只读，并比对前后以证明",
      "Dry run of a source: resolve, connect, authenticate, permissions, discover, read the first"
          + " records, recognise, check, verify, authorise. Reads only, and compares the source"
          + " before and after to prove it"
    })
final class ConnectorCheckCommand implements Callable<Integer> {
  private static final int MOST = 1000;
  private final Surroundings surroundings;
  @Mixin private Talk talk = new Talk();
  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private OutputOption output = new OutputOption();

  @Parameters(
      paramLabel = "ID",
      description = {"来源标识", "source id"})
  private String id = "";

  @Option(
      names = "-n",
      paramLabel = "N",
      defaultValue = "20",
      description = {"试读条数（默认 20）", "records to read (default 20)"})
  private int limit = 20;

  ConnectorCheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (limit < 1 || limit > MOST) {
      throw new CommandFailed(
          Exit.USAGE,
          Text.of("试读条数应为1至" + MOST, "records to read must be 1 to " + MOST),
          Text.of("例如 -n 20", "for example -n 20"));
    }
    SourceId wanted = new SourceId(id);
    ConfigFolder folder = config.sound(talk.err());
    DepartmentFile department = folder.declaring(wanted).orElseThrow(() -> unknown(folder));
    SourceFile source = department.sources().getFirst();
    Connector connector = Kinds.installed().connector(source.connector()).orElseThrow();
    DryRun dryRun =
        new DryRun(
            connector,
            () -> surroundings.launcher().rules(folder, department, source),
            new LiveProbe(talk, surroundings.clock()),
            surroundings.clock());
    talk.say(Text.of("试连 " + wanted + "，只读。", "Dry run of " + wanted + ", reading only."));
    DryRunReport report = dryRun.run(limit);
    new DryRunTalk(talk, output).show(report);
    return report.exit().code();
  }

  private CommandFailed unknown(ConfigFolder folder) {
    String all =
        String.join(", ", folder.sources().stream().map(it -> it.id().text()).sorted().toList());
    return new CommandFailed(
        Exit.USAGE,
        Text.of("配置中没有来源“" + id + "”", "no source \"" + id + "\" is configured"),
        Text.of("可用：" + all, "there are: " + all));
  }
}
