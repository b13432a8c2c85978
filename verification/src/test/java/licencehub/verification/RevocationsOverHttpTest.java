package licencehub.verification;

import static licencehub.verification.Town.AUTHORITY;
import static licencehub.verification.Town.NOON;
import static licencehub.verification.Town.RANDOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import licencehub.verification.Revocations.Standing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists from a real server that fails, recovers, goes back in time and stalls. */
class RevocationsOverHttpTest {
  private static final Trust TRUST = Town.trust();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicInteger asked = new AtomicInteger();
  private volatile int status = 200;
  private volatile boolean stalls;
  private volatile byte[] body = list(AUTHORITY, 5);
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/ca.crl", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void a_source_that_fails_keeps_its_last_list_and_recovers() {
    try (Revocations revocations = Revocations.of(TRUST, List.of(address()))) {
      assertThat(revocations.standings().get(0).list()).isEmpty();
      assertNumber(revocations.refresh(), 5, false);
      status = 503;
      assertNumber(revocations.refresh(), 5, true);
      status = 200;
      body = list(AUTHORITY, 6);
      assertNumber(revocations.refresh(), 6, false);
    }
  }

  @Test
  void a_server_that_is_gone_is_a_fault_and_no_more() {
    try (Revocations revocations = Revocations.of(TRUST, List.of(address()))) {
      revocations.refresh();
      server.stop(0);
      assertNumber(revocations.refresh(), 5, true);
    }
  }

  @Test
  void an_older_list_never_replaces_a_newer() {
    try (Revocations revocations = Revocations.of(TRUST, List.of(address()))) {
      revocations.refresh();
      body = list(AUTHORITY, 4);
      assertNumber(revocations.refresh(), 5, true);
    }
  }

  @Test
  void a_list_nobody_trusted_signed_is_not_taken() {
    try (Revocations revocations = Revocations.of(TRUST, List.of(address()))) {
      revocations.refresh();
      body =
          list(
              CertificateAuthority.root(
                  Subject.of("测试签发机构"), Algorithm.SM2_SM3, Town.YEARS, RANDOM),
              9);
      assertNumber(revocations.refresh(), 5, true);
      body = new byte[] {0x30, 3, 2, 1, 1};
      assertNumber(revocations.refresh(), 5, true);
    }
  }

  @Test
  void a_changed_list_is_not_taken() {
    byte[] changed = list(AUTHORITY, 7);
    changed[changed.length - 1] ^= 1;
    body = changed;
    try (Revocations revocations = Revocations.of(TRUST, List.of(address()))) {
      Standing standing = revocations.refresh().get(0);
      assertThat(standing.list()).isEmpty();
      assertThat(standing.fault()).isPresent();
    }
  }

  @Test
  void a_stalling_server_does_not_hold_the_others_up() {
    URI stalling = URI.create(address() + "?stall");
    stalls = true;
    try (Revocations revocations =
        Revocations.of(TRUST, List.of(stalling, address()), Duration.ofMillis(700))) {
      List<Standing> standings = revocations.refresh();
      assertThat(standings.get(0).fault()).isPresent();
      assertNumber(standings.subList(1, 2), 5, false);
    }
  }

  @Test
  void the_background_keeps_lists_fresh() {
    try (Revocations revocations =
        Revocations.of(TRUST, List.of(address())).refreshEvery(Duration.ofMillis(20))) {
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> revocations.standings().get(0).list().isPresent());
      body = list(AUTHORITY, 8);
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> number(revocations.standings().get(0)).intValueExact() == 8);
    }
    assertThat(asked.get()).isGreaterThan(1);
  }

  @Test
  void age_counts_from_when_the_authority_made_the_list() {
    try (Revocations revocations = Revocations.of(TRUST, List.of(address()))) {
      assertThat(revocations.refresh().get(0).list().orElseThrow().age(NOON.plusSeconds(90)))
          .isEqualTo(Duration.ofSeconds(90));
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.incrementAndGet();
    byte[] bytes = body;
    try (exchange) {
      exchange.sendResponseHeaders(status, bytes.length);
      if (stalls && "stall".equals(exchange.getRequestURI().getQuery())) {
        exchange.getResponseBody().write(bytes, 0, 1);
        exchange.getResponseBody().flush();
        over.await();
      }
      exchange.getResponseBody().write(bytes);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/ca.crl");
  }

  private static byte[] list(CertificateAuthority by, long number) {
    Instant next = NOON.plus(Duration.ofDays(1));
    return by.revocationList(number, NOON, next, List.of(), RANDOM);
  }

  private static BigInteger number(Standing standing) {
    return Objects.requireNonNull(standing.list().orElseThrow().number());
  }

  private static void assertNumber(List<Standing> standings, int number, boolean fault) {
    assertThat(standings).hasSize(1);
    assertThat(number(standings.get(0))).isEqualTo(BigInteger.valueOf(number));
    assertThat(standings.get(0).fault().isPresent()).isEqualTo(fault);
  }
}
