package licencehub.hub.federation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import licencehub.federation.Peer;
import licencehub.federation.PeerDoor;
import licencehub.federation.PeerLine.Reply;
import licencehub.federation.line.ExactCertificates;
import licencehub.federation.line.HttpsPeerLine;
import licencehub.model.lines.FaultyLine;
import licencehub.model.lines.FaultyLine.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is heard over real connections, and what becomes of questions to peers that fail. */
@Timeout(60)
class PeerConnectionTest {
  private static final Duration PATIENT = Duration.ofSeconds(30);
  private static final Duration IMPATIENT = Duration.ofMillis(400);

  private final SomeHub home;
  private final SomeHub asker;
  private final SomeHub other;
  private final AtomicReference<List<Peer>> peers;
  private final AtomicInteger heard = new AtomicInteger();
  private final PeerServer server;
  private final HttpsPeerLine line;

  PeerConnectionTest(@TempDir Path one, @TempDir Path two, @TempDir Path three) {
    home = SomeHub.in(one, "gd-440000");
    asker = SomeHub.in(two, "gd-440100");
    other = SomeHub.in(three, "gd-440200");
    peers = new AtomicReference<>(List.of(asker.at(1)));
    server = serve(this::echo);
    line = new HttpsPeerLine(asker.identity().transport());
  }

  @AfterEach
  void close() {
    line.close();
    server.close();
  }

  @Test
  void the_right_peer_is_heard_again_and_again() {
    for (int i = 0; i < 3; i++) {
      assertThat(said(ask(line, "q" + i))).isEqualTo("gd-440100 q" + i);
    }
    assertThat(heard).hasValue(3);
  }

  @Test
  void a_stranger_is_refused_before_it_says_anything() {
    try (HttpsPeerLine stranger = new HttpsPeerLine(other.identity().transport())) {
      assertThat(why(ask(stranger, "q"))).contains("not let this hub in");
    }
    assertThat(heard).hasValue(0);
  }

  @Test
  void whoever_answers_with_another_certificate_than_the_card_s_is_not_asked() {
    Peer taken = home.known(other.identity(), server.port());
    assertThat(why(line.ask(taken, bytes("q"), PATIENT)))
        .contains("not the certificate of the card");
    assertThat(heard).hasValue(0);
  }

  @Test
  void a_peer_is_whose_certificate_it_has_whatever_it_says() {
    peers.set(List.of(asker.at(1), other.at(1)));
    try (HttpsPeerLine second = new HttpsPeerLine(other.identity().transport())) {
      assertThat(said(ask(second, "I am gd-440100"))).isEqualTo("gd-440200 I am gd-440100");
    }
  }

  @Test
  void a_peer_comes_and_goes_while_the_hub_runs() {
    peers.set(List.of());
    assertThat(why(ask(line, "q"))).contains("not let this hub in");
    peers.set(List.of(asker.at(1)));
    assertThat(said(ask(line, "q"))).isEqualTo("gd-440100 q");
    peers.set(List.of(other.at(1)));
    assertThat(why(ask(line, "q"))).as("on the connection it has").contains("403");
    assertThat(ask(line, "q")).as("on a new one").isInstanceOf(Reply.Silent.class);
    peers.set(List.of(other.at(1), asker.at(1)));
    assertThat(said(ask(line, "q"))).isEqualTo("gd-440100 q");
    assertThat(heard).hasValue(2);
  }

  @Test
  void a_peer_with_new_certificates_is_asked_over_new_connections() {
    assertThat(said(ask(line, "q"))).isEqualTo("gd-440100 q");
    Peer renewed = home.known(other.identity(), server.port());
    assertThat(why(line.ask(renewed, bytes("q"), PATIENT))).contains("not the certificate");
    assertThat(said(ask(line, "q"))).isEqualTo("gd-440100 q");
  }

  @Test
  void whoever_shows_no_certificate_gets_no_answer() throws Exception {
    SSLContext bare = SSLContext.getInstance("TLS");
    bare.init(null, new TrustManager[] {new ExactCertificates(it -> true)}, null);
    try (SSLSocket socket =
        (SSLSocket)
            bare.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), server.port())) {
      assertThatThrownBy(
              () -> { // the refusal comes in the handshake or right after it
                socket.startHandshake();
                socket.getOutputStream().write(bytes("GET / HTTP/1.1\r\nHost: x\r\n\r\n"));
                assertThat(socket.getInputStream().read()).isNotNegative();
              })
          .isInstanceOf(IOException.class);
    }
    assertThat(heard).hasValue(0);
  }

  @Test
  void plain_http_gets_no_answer() throws IOException {
    try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      plain.getOutputStream().write(bytes("POST /peer/v1/ask HTTP/1.1\r\nHost: x\r\n\r\n"));
      String answer = new String(plain.getInputStream().readAllBytes(), UTF_8);
      assertThat(answer).doesNotContain("HTTP/");
    }
    assertThat(heard).hasValue(0);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"REFUSED", "RESET", "BLACK_HOLE"})
  void a_peer_whose_line_fails_is_silent_and_heard_when_it_is_back(Fault fault) {
    try (FaultyLine way = FaultyLine.to("127.0.0.1", server.port())) {
      Peer far = home.at(way.port());
      assertThat(said(line.ask(far, bytes("q"), PATIENT))).isEqualTo("gd-440100 q");
      way.fail(fault);
      assertThat(line.ask(far, bytes("q"), IMPATIENT)).isInstanceOf(Reply.Silent.class);
      way.fail(Fault.NONE);
      assertThat(said(line.ask(far, bytes("q"), PATIENT))).isEqualTo("gd-440100 q");
    }
  }

  /** The head is there in time, and the deadline counts for what follows it as well. */
  @Test
  void an_answer_that_trickles_is_silence() {
    try (PeerServer talkative = serve((peer, asked) -> new byte[1 << 20]);
        FaultyLine way = FaultyLine.to("127.0.0.1", talkative.port())) {
      Peer far = home.at(way.port());
      assertThat(line.ask(far, bytes("q"), PATIENT)).isInstanceOf(Reply.Said.class);
      way.fail(Fault.TRICKLE);
      assertThat(why(line.ask(far, bytes("q"), IMPATIENT))).contains("no answer within PT0.4S");
    }
  }

  @Test
  void an_answer_without_end_is_silence() {
    try (PeerServer talkative = serve((peer, asked) -> new byte[2_000]);
        HttpsPeerLine modest = new HttpsPeerLine(asker.identity().transport(), 1_999);
        HttpsPeerLine enough = new HttpsPeerLine(asker.identity().transport(), 2_000)) {
      Peer far = home.at(talkative.port());
      assertThat(why(modest.ask(far, bytes("q"), PATIENT))).contains("more bytes than 1999");
      assertThat(enough.ask(far, bytes("q"), PATIENT)).isInstanceOf(Reply.Said.class);
    }
  }

  @Test
  void a_peer_that_cannot_answer_is_silent_and_says_nothing_of_why() {
    try (PeerServer broken =
        serve(
            (peer, asked) -> {
              throw new IllegalStateException("张三");
            })) {
      assertThat(why(line.ask(home.at(broken.port()), bytes("q"), PATIENT)))
          .contains("HTTP 500")
          .doesNotContain("张三");
    }
  }

  @Test
  void a_name_that_leads_nowhere_is_silence() {
    Peer lost = home.at(1);
    assertThat(why(line.ask(lost, bytes("q"), PATIENT))).contains("cannot be connected to");
  }

  @Test
  void closing_the_line_ends_what_is_under_way() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    try (PeerServer slow =
        serve(
            (peer, request) -> {
              asked.countDown();
              await(end);
              return request;
            })) {
      CompletableFuture<Reply> reply =
          CompletableFuture.supplyAsync(
              () -> line.ask(home.at(slow.port()), bytes("q"), Duration.ofHours(1)));
      asked.await();
      line.close();
      end.countDown();
      assertThat(why(reply.get())).contains("closed");
    }
    assertThat(why(ask(line, "q"))).contains("closed");
  }

  private PeerServer serve(PeerDoor door) {
    return PeerServer.start(
        "127.0.0.1", 0, PeerLimits.USUAL, home.identity().transport(), peers::get, door);
  }

  private byte[] echo(Peer peer, byte[] asked) {
    heard.incrementAndGet();
    return bytes(peer.hub() + " " + new String(asked, UTF_8));
  }

  private Reply ask(HttpsPeerLine by, String question) {
    return by.ask(home.at(server.port()), bytes(question), PATIENT);
  }

  private static String said(Reply reply) {
    assertThat(reply).isInstanceOf(Reply.Said.class);
    return new String(((Reply.Said) reply).bytes(), UTF_8);
  }

  private static String why(Reply reply) {
    assertThat(reply).isInstanceOf(Reply.Silent.class);
    return ((Reply.Silent) reply).why();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
