package licencehub.demo.regions;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import licencehub.demo.stage.DemoState;
import licencehub.hub.access.Role;
import licencehub.model.Text;

/** {@code demo --regions}: a province, three cities and two counties on this machine. */
public final class RegionsDemo {
  private static final int CASES = 30;

  private final Path folder;
  private final PrintWriter out;
  private final PrintWriter err;
  private final InstantSource clock;

  public RegionsDemo(Path folder, PrintWriter out, PrintWriter err, InstantSource clock) {
    this.folder = folder.toAbsolutePath();
    this.out = out;
    this.err = err;
    this.clock = clock;
  }

  /** Runs the scenario and prints its table: 0 when every answer was right, 1 otherwise. */
  public int once() {
    DemoState.clear(folder);
    try (RegionHubs regions = RegionHubs.start(folder, CASES, err, clock)) {
      Findings findings = new Findings(err);
      try (SteadyLoad load = SteadyLoad.on(regions)) {
        new CaseTravels(regions, findings).run();
        new Scenario(regions, findings).run();
        findings.note(
            Text.of("全程有办件报送", "cases were filed all the while"),
            "true",
            Boolean.toString(load.filed() > 0));
      }
      table(findings.all());
      return findings.all().stream().allMatch(Finding::isRight) ? 0 : 1;
    }
  }

  /** Leaves them running until the process is ended. */
  public int live() {
    DemoState.clear(folder);
    try (RegionHubs regions = RegionHubs.start(folder, CASES, err, clock)) {
      for (RegionHub hub : regions.all()) {
        out.println(hub.place.text() + "  " + hub.stage.hubUrl() + "  " + hub.stage.config());
      }
      RegionHub first = regions.all().getLast();
      out.println("窗口令牌 a counter's token: " + first.client().token(Role.APPROVER));
      out.println("Ctrl-C 结束 ends it");
      out.flush();
      Thread.currentThread().join();
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private void table(List<Finding> findings) {
    out.println("|  | 步骤 step | 结果 result | 用时 took |");
    out.println("|---|---|---|---|");
    findings.forEach(it -> out.println(it.row()));
    long wrong = findings.stream().filter(it -> !it.isRight()).count();
    out.println(
        wrong == 0
            ? "全部正确 Every answer was right."
            : wrong + " 处不对，见 ✗ wrong answers: see ✗; the hubs' logs are in " + folder);
    out.flush();
  }
}
