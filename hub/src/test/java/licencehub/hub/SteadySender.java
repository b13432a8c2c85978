package licencehub.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import licencehub.hub.access.Caller;
import licencehub.hub.access.Role;
import licencehub.hub.config.ConfigDraft;
import licencehub.hub.config.ConfigFolder;
import licencehub.model.code.CreditCode;
import licencehub.verification.EnvelopeSigner;
import licencehub.verification.SignerKey;

/**
 * A department that submits one case after the other over HTTP, and repeats each until it is
 * acknowledged.
 */
final class SteadySender {
  private static final CreditCode MARKET = new CreditCode("11440300MB2D000147");
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final SampleCases CASES = new SampleCases(ConfigDraft.SOURCE);

  private final Asking department;
  private final EnvelopeSigner signer;
  private final List<String> acknowledged = new CopyOnWriteArrayList<>();
  private volatile String answer = "";

  SteadySender(HubServer hub, ConfigFolder config, SignerKey key) {
    this.department = new Asking(hub, config, new Caller("market", Role.DEPARTMENT, MARKET));
    this.signer = new EnvelopeSigner(key, new SecureRandom());
  }

  Run start() {
    acknowledged.clear();
    return new Run();
  }

  /** The cases acknowledged since the last start. */
  List<String> acknowledged() {
    return List.copyOf(acknowledged);
  }

  /** One stretch of sending; what was begun is acknowledged when it is closed. */
  final class Run implements AutoCloseable {
    private final Thread thread = Thread.ofPlatform().name("sender").start(this::send);
    private volatile boolean over;
    private volatile boolean abandoned;

    /** Waits until so many more are acknowledged. */
    void awaitMore(int count) {
      int wanted = acknowledged.size() + count;
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> assertThat(acknowledged).as(answer).hasSizeGreaterThanOrEqualTo(wanted));
    }

    @Override
    public void close() throws InterruptedException {
      over = true;
      boolean ended = thread.join(PATIENCE);
      abandoned = true;
      assertThat(ended).as("everything sent is acknowledged in the end: " + answer).isTrue();
    }

    private void send() {
      while (!over) {
        String number = SampleCases.numbers(1).getFirst();
        while (!abandoned && !submitted(number)) {
          rest();
        }
        if (!abandoned) {
          acknowledged.add(number);
        }
        rest();
      }
    }
  }

  private boolean submitted(String number) {
    try {
      byte[] envelope = signer.dsse(CASES.document(number).getBytes(UTF_8));
      answer =
          department.ask(
              "POST", "/api/v1/submissions", "application/json", new String(envelope, UTF_8));
      return answer.contains("\"accepted\"") || answer.contains("\"duplicate\"");
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A pace that a hub on a line of drops keeps up with. */
  private static void rest() {
    try {
      TimeUnit.MILLISECONDS.sleep(100);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
