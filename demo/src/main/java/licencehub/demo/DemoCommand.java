package licencehub.demo;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import licencehub.demo.regions.RegionsDemo;
import licencehub.demo.stage.Stage;
import licencehub.demo.stage.Stage.Ports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code licencehub demo}: everything on this machine, with lifelike data. */
@Command(
    name = "demo",
    description = {
      "在本机启动枢纽和模拟部门，送入逼真的办件和证照；Ctrl-C 结束",
      "Start a hub and simulated departments on this machine, feeding lifelike cases; Ctrl-C ends it"
    },
    subcommands = {BreakCommand.class, FixCommand.class, CrashCommand.class})
final class DemoCommand implements Callable<Integer> {
  private static final int HTTP_PORT = 8080;
  private static final int FEW = 6;
  private static final int MANY = 43;
  private static final int MANY_FROM = 10_000;

  private final InstantSource clock;

  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = {"显示帮助", "show this help"})
  boolean help;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      defaultValue = "data/demo",
      description = {"演示的文件夹，默认 data/demo", "folder of the demo, data/demo by default"})
  Path folder = Path.of("data/demo");

  @Option(
      names = "--once",
      description = {"载入指定数量的办件，核对后结束", "load so many cases, reconcile, and end"})
  boolean once;

  @Option(
      names = "--regions",
      description = {
        "六个枢纽（一省三市两县）互相查证；加 --once 演一遍并给出结果表",
        "six hubs (a province, three cities, two counties) that answer as one; with --once runs a"
            + " scenario and prints its table"
      })
  boolean regions;

  @Option(
      names = "--cases",
      paramLabel = "N",
      defaultValue = "200",
      description = {"--once 的办件数；346000 相当于浙江一年", "cases for --once; 346000 is Zhejiang's year"})
  long cases = 200;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "3",
      description = {"每秒办件数", "cases a second"})
  double rate = 3;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = {"HTTP 端口，0 为任意空闲端口", "HTTP port, 0 for any free one"})
  int port = HTTP_PORT;

  @Option(
      names = "--flawed",
      paramLabel = "PERCENT",
      defaultValue = "15",
      description = {"有问题的办件比例（百分比）", "share of cases with something wrong, in percent"})
  double flawed = 15;

  DemoCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    if (regions) {
      RegionsDemo demo = new RegionsDemo(folder, out, err, clock);
      return once ? demo.once() : demo.live();
    }
    int departments = once && cases >= MANY_FROM ? MANY : FEW;
    Stage stage = Stage.of(folder, Ports.free(once && port == HTTP_PORT ? 0 : port), departments);
    err.println("正在布置 setting up: " + stage.folder());
    err.flush();
    boolean terminal = spec.commandLine().getColorScheme().ansi().enabled();
    try (Play play = Play.begin(stage, flawed, clock)) {
      return once
          ? new OnceDemo(play, out, err, terminal, clock).run(cases)
          : new LiveDemo(play, out, clock).run(rate);
    }
  }
}
