package licencehub.hub.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import licencehub.hub.access.Caller;
import licencehub.hub.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub with small limits, driven against each of them. */
class LimitTest {
  private static final String SUBMISSIONS = "/api/v1/submissions";
  @TempDir static Path folder;
  private static RunningEdge hub;

  /** Gives nobody time: on a busy machine it hangs up on whoever is no slower than the machine. */
  private static RunningEdge hasty;

  @BeforeAll
  static void start() {
    hub = edge("patient", Duration.ofSeconds(30), Duration.ofSeconds(30));
    hasty = edge("hasty", Duration.ofMillis(700), Duration.ofSeconds(1));
  }

  private static RunningEdge edge(String name, Duration idle, Duration reading) {
    return RunningEdge.start(
        folder.resolve(name),
        new HttpSettings(
            "127.0.0.1",
            0,
            null,
            new HttpSettings.Limits(20_000, 8_000, 50, 40_000, idle, reading, 100),
            new HttpSettings.Rates(1, 1_000, 20, 3),
            java.util.Set.of()));
  }

  @AfterAll
  static void stop() {
    hub.close();
    hasty.close();
  }

  @Test
  void too_large_a_request_is_refused_whether_or_not_it_says_its_size()
      throws IOException, InterruptedException {
    byte[] body = "{}\n".repeat(10_000).getBytes(UTF_8);
    EdgeClient own = fresh();
    assertThat(
            own.send("POST", SUBMISSIONS, body, "Content-Type", "application/x-ndjson").problem())
        .isEqualTo("body-too-large");
    HttpResponse<String> chunked =
        HttpClient.newHttpClient()
            .send(
                own.request(SUBMISSIONS, "Content-Type", "application/x-ndjson")
                    .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                    .build(),
                BodyHandlers.ofString());
    assertThat(chunked.statusCode()).isEqualTo(413);
  }

  @Test
  void too_long_a_line_is_refused_wherever_it_stands() {
    byte[] line = new byte[8_001];
    java.util.Arrays.fill(line, (byte) 'x');
    byte[] small = "{}".getBytes(UTF_8);
    for (List<byte[]> lines : List.of(List.of(line, small), List.of(small, line))) {
      assertThat(fresh().ndjson(SUBMISSIONS, lines).problem()).isEqualTo("body-too-large");
    }
  }

  @Test
  void too_many_lines_are_refused_and_the_most_are_taken() {
    List<byte[]> lines = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      lines.add("{}".getBytes(UTF_8));
    }
    assertThat(fresh().ndjson(SUBMISSIONS, lines).json(200).size()).isEqualTo(50);
    lines.add("{}".getBytes(UTF_8));
    assertThat(fresh().ndjson(SUBMISSIONS, lines).problem()).isEqualTo("body-too-large");
  }

  @Test
  void a_caller_that_asks_too_often_is_told_when_to_come_again() {
    EdgeClient eager = hub.as(new Caller("eager", Role.OPERATOR, null));
    EdgeClient.Reply last = eager.get("/api/v1/sources");
    for (int i = 0; i < 30 && last.status() == 200; i++) {
      last = eager.get("/api/v1/sources");
    }
    assertThat(last.problem()).isEqualTo("too-many-requests");
    assertThat(Integer.parseInt(last.header("Retry-After"))).isPositive();
    EdgeClient other = hub.as(new Caller("patient", Role.OPERATOR, null));
    assertThat(other.get("/api/v1/sources").status()).isEqualTo(200);
  }

  @Test
  void the_public_may_not_have_files_verified_without_end() {
    EdgeClient.Reply last = null;
    for (int i = 0; i < 4; i++) {
      last =
          hub.client()
              .send(
                  "POST", "/api/v1/verifications", new byte[3], "Content-Type", "application/pdf");
    }
    assertThat(java.util.Objects.requireNonNull(last).problem()).isEqualTo("too-many-requests");
  }

  @Test
  void a_body_that_stops_arriving_is_given_up() throws IOException {
    assertThat(answerTo("{\"half\"", 0)).startsWith("HTTP/1.1 408");
  }

  @Test
  void a_body_that_drips_is_given_up_too() throws IOException {
    assertThat(answerTo("{", 400)).startsWith("HTTP/1.1 408");
  }

  /** Sends part of a body, then a byte every so often, and returns what is answered. */
  private static String answerTo(String part, long everyMillis) throws IOException {
    String token = hasty.tokens.issue(nextCaller(), java.time.Instant.now());
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), hasty.edge.port())) {
      socket.setSoTimeout(everyMillis == 0 ? 10_000 : (int) everyMillis);
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST /api/v1/submissions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json"
                  + "\r\nContent-Length: 5000\r\nAuthorization: Bearer "
                  + token
                  + "\r\n\r\n"
                  + part)
              .getBytes(UTF_8));
      return read(socket.getInputStream(), out);
    }
  }

  private static String read(InputStream in, OutputStream out) throws IOException {
    byte[] start = new byte[12];
    for (int i = 0; i < 50; i++) {
      try {
        int n = in.readNBytes(start, 0, start.length);
        return new String(start, 0, n, UTF_8);
      } catch (java.net.SocketTimeoutException e) {
        out.write(' ');
      }
    }
    return "nothing";
  }

  /** A client whose bucket is full. */
  private static EdgeClient fresh() {
    return hub.as(nextCaller());
  }

  private static Caller nextCaller() {
    String name = "caller-" + java.util.UUID.randomUUID();
    return new Caller(name, Role.DEPARTMENT, hub.alpha.organisation().code());
  }
}
