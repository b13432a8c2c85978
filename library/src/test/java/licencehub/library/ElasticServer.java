package licencehub.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import licencehub.model.lines.FreePort;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A genuine Elasticsearch of one node, in a process of its own on loopback. */
public final class ElasticServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static @Nullable ElasticServer shared;

  private final Path folder;
  private final int port;
  private @Nullable Process process;

  private ElasticServer(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /** One for all tests of this process: it takes half a minute to start. */
  public static synchronized ElasticServer shared() {
    ElasticServer server = shared;
    if (server == null) {
      server = start(temporary());
      shared = server;
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    }
    return server;
  }

  /**
   * Starts one; it answers when this returns.
   *
   * @param folder its data and logs
   */
  public static ElasticServer start(Path folder) {
    ElasticServer server = new ElasticServer(folder, FreePort.find());
    server.start();
    return server;
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Starts it again on the same port and data. */
  public void start() {
    try {
      Files.createDirectories(folder);
      ProcessBuilder builder = new ProcessBuilder(command());
      builder.environment().put("ES_JAVA_HOME", System.getProperty("java.home"));
      builder.environment().put("ES_JAVA_OPTS", "-Xms384m -Xmx384m -XX:TieredStopAtLevel=1");
      builder.environment().remove("CLASSPATH");
      process =
          builder
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("output").toFile())
              .start();
      Awaitility.await().atMost(PATIENCE).until(this::answers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SIGKILL. */
  public void kill() {
    Process running = process;
    if (running != null) {
      running.descendants().forEach(ProcessHandle::destroyForcibly);
      running.destroyForcibly();
      running.onExit().join();
      process = null;
    }
  }

  @Override
  public void close() {
    kill();
  }

  /** What one path answers. */
  public String get(String path) {
    return send(HttpRequest.newBuilder(address().resolve(path)).GET().build());
  }

  public String delete(String path) {
    return send(HttpRequest.newBuilder(address().resolve(path)).DELETE().build());
  }

  private List<String> command() throws IOException {
    Path home = home();
    Path bin = home.resolve("bin");
    try (Stream<Path> programmes = Files.list(bin)) {
      programmes.forEach(it -> it.toFile().setExecutable(true));
    }
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      // It refuses to run as root.
      command.addAll(List.of("unshare", "-U", "--map-user=65534", "--map-group=65534"));
    }
    command.addAll(
        List.of(
            "bash",
            bin.resolve("elasticsearch").toString(),
            "-Ediscovery.type=single-node",
            "-Enetwork.host=127.0.0.1",
            "-Ehttp.port=" + port,
            "-Etransport.port=" + FreePort.find(),
            "-Expack.security.enabled=false",
            "-Epath.data=" + folder.resolve("data").toAbsolutePath(),
            "-Epath.logs=" + folder.resolve("logs").toAbsolutePath()));
    return command;
  }

  /** Where the build has unpacked it. */
  private static Path home() throws IOException {
    Path unpacked =
        Path.of("..", "library", "target", "elasticsearch").toAbsolutePath().normalize();
    try (Stream<Path> folders = Files.list(unpacked)) {
      return folders.findFirst().orElseThrow();
    }
  }

  private boolean answers() {
    Process running = process;
    if (running == null || !running.isAlive()) {
      throw new IllegalStateException("it ended: see " + folder.resolve("output"));
    }
    try {
      URI health = address().resolve("/_cluster/health");
      return CLIENT
              .send(HttpRequest.newBuilder(health).build(), BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String send(HttpRequest request) {
    try {
      return CLIENT.send(request, BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("elasticsearch");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
