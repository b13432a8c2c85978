package licencehub.hub;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import licencehub.hub.access.Caller;
import licencehub.hub.access.Role;
import licencehub.hub.access.Tokens;
import licencehub.model.code.CreditCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One of several hubs, as a process of its own: it can be killed, held and let go on. */
final class NodeProcess implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final CreditCode DEPARTMENT = new CreditCode("11440300MB2D000147");

  private final String name;
  private final Path config;
  private final int port;
  private @Nullable Process process;

  NodeProcess(String name, Path config, int port) {
    this.name = name;
    this.config = config;
    this.port = port;
  }

  String name() {
    return name;
  }

  Path config() {
    return config;
  }

  /** Starts it; it takes submissions when this returns. */
  void start() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Dlogback.configurationFile=logback.xml"); // not that of the tests
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("licencehub.hub.Main", "run", "--config", config.toString()));
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
            .start();
    await().atMost(PATIENCE).until(this::isReady);
  }

  /** SIGKILL. */
  void kill() throws InterruptedException {
    running().destroyForcibly().waitFor();
  }

  /** SIGSTOP: it is there, holds its connections, and does nothing. */
  void hold() throws IOException, InterruptedException {
    signal("STOP");
  }

  /** SIGCONT. */
  void goOn() throws IOException, InterruptedException {
    signal("CONT");
  }

  /** SIGTERM, and waits until it has ended in order. */
  void stop() throws InterruptedException {
    running().destroy();
    if (!running().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException(name + " did not end; see " + log());
    }
  }

  List<String> said() {
    try {
      return Files.readAllLines(log());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode get(Role role, String path) {
    try {
      return JsonMapper.shared().readTree(text(role, path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(Role role, String path) throws IOException {
    return send(request(role, path, Duration.ofSeconds(20)).build()).body();
  }

  /** Whether it says that it has taken the document. */
  boolean takes(String source, String document) {
    HttpRequest request =
        request(Role.DEPARTMENT, "/api/v1/submissions", Duration.ofSeconds(3))
            .header("Content-Type", "application/x-ndjson")
            .header("Licencehub-Source", source)
            .POST(BodyPublishers.ofString(document))
            .build();
    try {
      HttpResponse<String> answer = send(request);
      if (answer.statusCode() >= 400 && answer.statusCode() < 429) {
        throw new IllegalStateException(answer.body());
      }
      return answer.statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() throws InterruptedException {
    Process last = process;
    if (last != null) {
      last.destroyForcibly().waitFor();
    }
  }

  private boolean isReady() {
    if (!running().isAlive()) {
      throw new IllegalStateException(name + " ended at start; see " + log());
    }
    try {
      return send(request(Role.OPERATOR, "/health/ready", Duration.ofSeconds(5)).build())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private HttpRequest.Builder request(Role role, String path, Duration patience) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(patience);
    Path key = config.resolve("data/keys/tokens.key");
    if (Files.exists(key)) {
      CreditCode code = role == Role.DEPARTMENT ? DEPARTMENT : null;
      String token =
          Tokens.open(key, Duration.ofMinutes(5))
              .issue(new Caller("test", role, code), Instant.now());
      request.header("Authorization", "Bearer " + token);
    }
    return request;
  }

  private static HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private void signal(String signal) throws IOException, InterruptedException {
    String pid = Long.toString(running().pid());
    if (new ProcessBuilder("kill", "-" + signal, pid).start().waitFor() != 0) {
      throw new IllegalStateException("SIG" + signal + " did not reach " + name);
    }
  }

  private Path log() {
    return config.resolveSibling(name + ".log");
  }

  private Process running() {
    return java.util.Objects.requireNonNull(process, "started");
  }
}
