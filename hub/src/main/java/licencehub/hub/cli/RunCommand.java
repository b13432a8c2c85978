package licencehub.hub.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import licencehub.hub.config.ConfigFolder;
import licencehub.model.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "run",
    description = {
      "启动枢纽，直到收到停止信号（Ctrl-C 或 SIGTERM）",
      "Start the hub and run until it is told to stop (Ctrl-C or SIGTERM)"
    })
final class RunCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  @Mixin private Talk talk = new Talk();
  @Mixin private ConfigOption config = new ConfigOption();

  RunCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws Exception {
    Instant begun = surroundings.clock().instant();
    ConfigFolder folder = config.sound(talk.err());
    try (Launcher.Running hub = surroundings.launcher().start(folder)) {
      Runtime.getRuntime().addShutdownHook(new Thread(hub::close, "close-on-signal"));
      ready(folder, hub.port(), Duration.between(begun, surroundings.clock().instant()));
      hub.awaitStop();
    }
    return Exit.OK.code();
  }

  private void ready(ConfigFolder folder, int port, Duration took) {
    String url = folder.hub().http().url(port);
    String seconds = "%.1f".formatted(took.toMillis() / 1000.0);
    Text line =
        Text.of("就绪 " + url + "，用时" + seconds + "秒。", "Ready at " + url + " in " + seconds + " s.");
    talk.out().println(line);
    talk.out().flush();
  }
}
