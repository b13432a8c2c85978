package licencehub.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code licencehub demo break}: a department changes its date format without telling anybody. */
@Command(
    name = "break",
    description = {
      "让一个部门悄悄改变日期格式，其数据开始进入隔离区",
      "Let a department change its date format; its records begin to stand in quarantine"
    })
final class BreakCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();
  @ParentCommand DemoCommand demo = DemoParent.NONE;

  @Override
  public Integer call() throws IOException {
    RunningDemo running = RunningDemo.in(demo.folder);
    if (!Files.exists(running.brokenFile())) {
      Files.createFile(running.brokenFile());
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        running.victim().source()
            + " 从现在起把日期写成 2026|03|07 14时05分09秒。几秒后看 now writes dates that way; in a few"
            + " seconds see: ./licencehub quarantine");
    out.flush();
    return 0;
  }
}
