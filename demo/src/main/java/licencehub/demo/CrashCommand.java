package licencehub.demo;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import licencehub.demo.stage.DemoState;
import licencehub.demo.stage.HubClient;
import licencehub.model.Unavailable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code licencehub demo crash}: kills the hub with SIGKILL; the demo starts it again. */
@Command(
    name = "crash",
    description = {
      "用 SIGKILL 终止枢纽，等它恢复，比较前后的账本",
      "Kill the hub with SIGKILL, wait until it is back, compare the ledger before and after"
    })
final class CrashCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Spec CommandSpec spec = CommandSpec.create();
  @ParentCommand DemoCommand demo = DemoParent.NONE;

  @Override
  public Integer call() throws InterruptedException {
    RunningDemo running = RunningDemo.in(demo.folder);
    PrintWriter out = spec.commandLine().getOut();
    try (HubClient hub = new HubClient(running.stage(), InstantSource.system())) {
      String before = hub.checkpoint();
      long old = running.state().hub();
      ProcessHandle.of(old).ifPresent(ProcessHandle::destroyForcibly);
      out.println("已用 SIGKILL 终止进程 killed process " + old);
      out.flush();
      String after = awaitReturn(hub, demo.folder, old);
      boolean kept = LedgerCheck.extendsFrom(hub, before, after);
      out.printf(
          "账本 ledger: %d → %d 条 entries%n", LedgerCheck.size(before), LedgerCheck.size(after));
      out.println(
          kept
              ? "之前的账本完整保留 everything acknowledged before is there: consistency proof verified ✓"
              : "账本前后不一致 the ledger does not extend what it was ✗");
      out.flush();
      return kept ? 0 : 1;
    }
  }

  private static String awaitReturn(HubClient hub, java.nio.file.Path folder, long old)
      throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      Thread.sleep(200);
      boolean fresh = DemoState.find(folder).map(it -> it.hub() != old).orElse(false);
      if (fresh) {
        return hub.checkpoint();
      }
    }
    throw new Unavailable("hub", "did not come back within " + PATIENCE);
  }
}
