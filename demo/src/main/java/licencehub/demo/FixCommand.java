package licencehub.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import licencehub.demo.players.NewHabit;
import licencehub.demo.stage.HubClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** {@code licencehub demo fix}: repairs the mapping in the department file, then replays. */
@Command(
    name = "fix",
    description = {
      "在部门文件中补上新的日期格式，等枢纽跟上，重放隔离区",
      "Add the new date format to the department file, wait for the hub to follow, replay the quarantine"
    })
final class FixCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final double PER_SECOND = 500;
  private static final int PAUSE_MILLIS = 1_000;

  @Spec CommandSpec spec = CommandSpec.create();
  @ParentCommand DemoCommand demo = DemoParent.NONE;

  @Override
  public Integer call() throws IOException, InterruptedException {
    RunningDemo running = RunningDemo.in(demo.folder);
    PrintWriter out = spec.commandLine().getOut();
    Path file =
        running.stage().config().resolve("departments/" + running.victim().source() + ".yaml");
    repair(file);
    out.println("已修改 changed: " + file + "  (mapping.patterns)");
    out.flush();
    try (HubClient hub = new HubClient(running.stage(), InstantSource.system())) {
      return replay(running, hub, out) ? 0 : 1;
    }
  }

  private static void repair(Path file) throws IOException {
    YAMLMapper yaml = new YAMLMapper();
    ObjectNode department = (ObjectNode) yaml.readTree(Files.readString(file));
    ObjectNode source = (ObjectNode) department.required("sources").required(0);
    source.set(
        "mapping",
        yaml.valueToTree(
            Map.of("patterns", List.of("uuuu-M-d H:mm:ss", "uuuu-M-d", NewHabit.PATTERN))));
    Path fresh = Files.createTempFile(file.getParent(), "department", ".new");
    Files.writeString(fresh, yaml.writeValueAsString(department));
    Files.move(
        fresh,
        file,
        java.nio.file.StandardCopyOption.ATOMIC_MOVE,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  /** Replays until nothing of the department's new dates is left, or patience ends. */
  private static boolean replay(RunningDemo running, HubClient hub, PrintWriter out)
      throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      Thread.sleep(PAUSE_MILLIS);
      JsonNode replay = finished(hub, hub.replay(running.victim().source(), PER_SECOND));
      long accepted = replay.required("outcomes").path("accepted").asLong();
      long left = replay.required("outcomes").path("quarantined").asLong();
      if (accepted > 0) {
        out.printf("重放 replayed: %d 已接收 accepted, %d 仍在隔离区 still quarantined%n", accepted, left);
        out.flush();
        return true;
      }
    }
    out.println("没有可重放的记录 Nothing to replay: was there a ./licencehub demo break before?");
    out.flush();
    return false;
  }

  private static JsonNode finished(HubClient hub, JsonNode started) throws InterruptedException {
    JsonNode now = started;
    while (now.required("running").asBoolean()) {
      Thread.sleep(100);
      now = hub.get("/api/v1/quarantine/replays/" + started.required("id").asLong());
    }
    return now;
  }
}
