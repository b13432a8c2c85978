package licencehub.hub.federation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import licencehub.federation.Peer;
import licencehub.federation.PeerDoor;
import licencehub.federation.line.HttpsPeerLine;
import licencehub.federation.line.PeerTls;
import licencehub.model.Unavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the port of peers takes of a peer, and what it bears. */
@Timeout(60)
class PeerServerTest {
  private static final PeerLimits SMALL =
      new PeerLimits(1_000, 1, Duration.ofMillis(300), Duration.ofMinutes(1), 100);

  private final SomeHub home;
  private final SomeHub asker;
  private final SomeHub other;
  private final SSLContext tls;
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch go = new CountDownLatch(1);
  private final PeerServer server;
  private final HttpClient client;

  PeerServerTest(@TempDir Path one, @TempDir Path two, @TempDir Path three) {
    home = SomeHub.in(one, "gd-440000");
    asker = SomeHub.in(two, "gd-440100");
    other = SomeHub.in(three, "gd-440200");
    tls = PeerTls.context(asker.identity().transport(), it -> true);
    server = serve(this::slowOrEcho);
    client = HttpClient.newBuilder().sslContext(tls).build();
  }

  @AfterEach
  void close() {
    go.countDown();
    client.shutdownNow();
    server.close();
  }

  @Test
  void a_request_is_answered_in_its_own_media_type_and_the_programme_keeps_its_name() {
    HttpResponse<String> answer = post("/peer/v1/ask", BodyPublishers.ofString("q"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("q");
    assertThat(answer.headers().firstValue("Content-Type")).contains(HttpsPeerLine.MEDIA_TYPE);
    assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /, application/vnd.dsse.envelope.v1+json, 404",
    "POST, /peer/v1/ask/, application/vnd.dsse.envelope.v1+json, 404",
    "POST, /api/v1/submissions, application/vnd.dsse.envelope.v1+json, 404",
    "GET, /peer/v1/ask, application/vnd.dsse.envelope.v1+json, 404",
    "POST, /peer/v1/ask, application/json, 415",
  })
  void there_is_nothing_else(String method, String path, String type, int status) {
    HttpResponse<String> answer =
        send(
            client,
            request(path)
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString("q"))
                .build());
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().map()).doesNotContainKey("server");
  }

  @Test
  void too_large_a_request_is_refused_whether_it_says_so_or_not() {
    byte[] large = new byte[1_001];
    assertThat(post("/peer/v1/ask", BodyPublishers.ofByteArray(large)).statusCode()).isEqualTo(413);
    BodyPublisher chunked = BodyPublishers.ofByteArrays(Collections.nCopies(1_001, new byte[1]));
    assertThat(post("/peer/v1/ask", chunked).statusCode()).isEqualTo(413);
    assertThat(post("/peer/v1/ask", BodyPublishers.ofByteArray(new byte[1_000])).statusCode())
        .isEqualTo(200);
  }

  @Test
  void one_peer_has_so_many_places_and_takes_none_of_another_s() throws Exception {
    CompletableFuture<HttpResponse<String>> first =
        client.sendAsync(question("slow"), BodyHandlers.ofString());
    asked.await();
    HttpResponse<String> second = send(client, question("q"));
    assertThat(second.statusCode()).isEqualTo(429);
    assertThat(second.headers().firstValue("Retry-After")).contains("1");
    SSLContext otherTls = PeerTls.context(other.identity().transport(), it -> true);
    try (HttpClient others = HttpClient.newBuilder().sslContext(otherTls).build()) {
      assertThat(send(others, question("q")).statusCode()).isEqualTo(200);
    }
    go.countDown();
    assertThat(first.get().body()).isEqualTo("slow");
    assertThat(send(client, question("q")).statusCode()).isEqualTo(200);
  }

  @Test
  void a_body_that_does_not_come_holds_no_place_for_long() throws IOException {
    try (SSLSocket socket =
        (SSLSocket) tls.getSocketFactory().createSocket("127.0.0.1", server.port())) {
      String head =
          "POST /peer/v1/ask HTTP/1.1\r\nHost: x\r\nContent-Type: %s\r\nContent-Length: 9\r\n\r\nq"
              .formatted(HttpsPeerLine.MEDIA_TYPE);
      socket.getOutputStream().write(head.getBytes(UTF_8));
      assertThat(
              new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine())
          .startsWith("HTTP/1.1 408");
    }
    assertThat(send(client, question("q")).statusCode()).isEqualTo(200);
  }

  @Test
  void older_versions_of_tls_are_not_spoken() throws IOException {
    try (SSLSocket socket =
        (SSLSocket) tls.getSocketFactory().createSocket("127.0.0.1", server.port())) {
      socket.setEnabledProtocols(new String[] {"TLSv1.2"});
      assertThatThrownBy(socket::startHandshake).isInstanceOf(IOException.class);
    }
  }

  @Test
  void a_port_that_is_taken_is_told() {
    assertThatThrownBy(
            () ->
                PeerServer.start(
                    "127.0.0.1",
                    server.port(),
                    SMALL,
                    home.identity().transport(),
                    List::<Peer>of,
                    (peer, request) -> request))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("127.0.0.1:" + server.port());
  }

  private PeerServer serve(PeerDoor door) {
    List<Peer> peers = List.of(asker.at(1), other.at(1));
    return PeerServer.start("127.0.0.1", 0, SMALL, home.identity().transport(), () -> peers, door);
  }

  private byte[] slowOrEcho(Peer peer, byte[] request) {
    if (new String(request, UTF_8).equals("slow")) {
      asked.countDown();
      try {
        go.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return request;
  }

  private HttpResponse<String> post(String path, BodyPublisher body) {
    return send(
        client, request(path).header("Content-Type", HttpsPeerLine.MEDIA_TYPE).POST(body).build());
  }

  private HttpRequest question(String text) {
    return request("/peer/v1/ask")
        .header("Content-Type", HttpsPeerLine.MEDIA_TYPE)
        .POST(BodyPublishers.ofString(text))
        .build();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + server.port() + path));
  }

  private static HttpResponse<String> send(HttpClient by, HttpRequest request) {
    return by.sendAsync(request, BodyHandlers.ofString()).join();
  }
}
