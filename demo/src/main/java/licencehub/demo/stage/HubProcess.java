package licencehub.demo.stage;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import licencehub.model.Unavailable;

/** The hub as a process of its own, so that it can be killed like one. */
public final class HubProcess implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(3);
  private static final int STOP_SECONDS = 30;
  private static final int LOOK_MILLIS = 50;
  private static final int JAVA = Runtime.version().feature();

  private final Process process;
  private final String url;

  private HubProcess(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /** Starts {@code licencehub run} on the stage's configuration and waits until it is ready. */
  public static HubProcess start(Stage stage) {
    try {
      Files.createDirectories(stage.logs());
      Path log = stage.logs().resolve("hub.log");
      Process process =
          new ProcessBuilder(command(stage))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      HubProcess hub = new HubProcess(process, stage.hubUrl());
      hub.awaitReady(log);
      return hub;
    } catch (IOException e) {
      throw new Unavailable("hub", e.toString(), e);
    }
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Kills it as a power cut would end it: no chance to tidy up. */
  public void kill() {
    process.destroyForcibly();
    waitFor();
  }

  /** Asks it to stop and waits until it has. */
  @Override
  public void close() {
    process.destroy();
    if (!waitFor()) {
      kill();
    }
  }

  private boolean waitFor() {
    try {
      return process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
      return false;
    }
  }

  private static List<String> command(Stage stage) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + System.getProperty("licencehub.hub.heap", "512m"));
    command.add("--enable-native-access=ALL-UNNAMED");
    if (JAVA >= 24) {
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.addAll(archive());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.addAll(List.of("licencehub.hub.Main", "run", "--config", stage.config().toString()));
    return command;
  }

  /** As the launcher has it: an archive of the classes for each class path, made by the JVM. */
  private static List<String> archive() {
    String folder = System.getProperty("licencehub.archives", "");
    if (folder.isEmpty()) {
      return List.of();
    }
    String name =
        "hub-%d-%08x.jsa".formatted(JAVA, System.getProperty("java.class.path").hashCode());
    List<String> options = new ArrayList<>();
    options.add("-XX:+AutoCreateSharedArchive");
    options.add("-XX:SharedArchiveFile=" + Path.of(folder, name));
    options.add("-Xlog:cds=off");
    if (JAVA >= 25) {
      options.add("-Xlog:aot=off");
    }
    return options;
  }

  private void awaitReady(Path log) {
    long deadline = System.nanoTime() + START.toNanos();
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (System.nanoTime() < deadline) {
        if (!process.isAlive()) {
          throw new Unavailable("hub", "ended at start; see " + log);
        }
        if (ready(client)) {
          return;
        }
        Thread.sleep(LOOK_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    kill();
    throw new Unavailable("hub", "was not ready within " + START + "; see " + log);
  }

  private boolean ready(HttpClient client) throws InterruptedException {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url + "/health/ready"))
              .timeout(Duration.ofSeconds(5))
              .build();
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }
}
