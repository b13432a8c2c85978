package licencehub.connectors.jms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import licencehub.connectors.Authority;
import licencehub.connectors.Batch;
import licencehub.connectors.BatchSource;
import licencehub.connectors.Configs;
import licencehub.connectors.Events;
import licencehub.connectors.Outcomes;
import licencehub.connectors.Probe;
import licencehub.connectors.RememberedPositions;
import licencehub.connectors.SourceConfig;
import licencehub.connectors.StepLog;
import licencehub.model.Unavailable;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a broker that takes encrypted connections of known clients and users only. */
class EncryptedTest {
  private static final String QUEUE = "in.encrypted";

  @TempDir private static Path home;
  private static TestBroker broker;

  @BeforeAll
  static void start() throws IOException {
    Authority right = new Authority("The broker's authority");
    Authority other = new Authority("Another authority");
    right.trustStore(home.resolve("right.p12"));
    other.trustStore(home.resolve("other.p12"));
    right.keyStore(home.resolve("hub.p12"), "hub.example");
    other.keyStore(home.resolve("stranger.p12"), "hub.example");
    Files.writeString(home.resolve("store.txt"), Authority.PASSWORD + "\n");
    Files.writeString(home.resolve("user.txt"), TestBroker.PASSWORD + "\n");
    Files.writeString(home.resolve("wrong.txt"), "not the password\n");
    Path keys = right.keyStore(home.resolve("broker.p12"), "localhost");
    broker = TestBroker.encrypted(keys, home.resolve("right.p12"));
    broker.start();
  }

  @AfterAll
  static void stop() {
    broker.stop();
  }

  @ParameterizedTest
  @ValueSource(strings = {"amqps", "tcp"})
  void records_come_encrypted(String scheme) throws JMSException {
    String event = Events.next();
    send(event);
    SourceConfig config = config(broker.url(scheme), "right.p12", "hub.p12", "store.txt");
    StepLog log = new StepLog();
    new JmsConnector().check(config, log);
    assertThat(log.passed()).hasSize(4);
    try (BatchSource source = new JmsConnector().open(config, new RememberedPositions())) {
      Batch batch = source.poll(1, Duration.ofSeconds(10));
      assertThat(batch.records()).extracting(Outcomes::text).containsExactly(event);
      source.settle(batch, Outcomes.accepted(batch));
    }
  }

  @ParameterizedTest(name = "{0} {4}")
  @CsvSource({
    "amqps, localhost, other.p12, hub.p12,      store.txt, 不是所信任的机构签发的, no authority trusted here",
    "tcp,   localhost, other.p12, hub.p12,      store.txt, 不是所信任的机构签发的, no authority trusted here",
    "amqps, 127.0.0.1, right.p12, hub.p12,      store.txt, 不是发给这个地址的, not for this address",
    "tcp,   127.0.0.1, right.p12, hub.p12,      store.txt, 不是发给这个地址的, not for this address",
    "amqps, localhost, right.p12, stranger.p12, store.txt, 出示其信任的证书, wants a certificate",
    "tcp,   localhost, right.p12, stranger.p12, store.txt, 出示其信任的证书, wants a certificate",
    "amqps, localhost, right.p12, hub.p12,      wrong.txt, 请检查文件和口令, check file and password",
    "tcp,   localhost, right.p12, hub.p12,      wrong.txt, 请检查文件和口令, check file and password",
  })
  void what_is_wrong_with_the_encryption_is_said_in_words(
      String scheme, String host, String trust, String key, String secret, String zh, String en) {
    String url = broker.url(scheme).replace("localhost", host);
    SourceConfig config = config(url, trust, key, secret);
    try (BatchSource source = new JmsConnector().open(config, new RememberedPositions())) {
      assertThatThrownBy(() -> source.poll(1, Duration.ZERO))
          .isInstanceOf(Unavailable.class)
          .hasMessageContaining(Configs.SOURCE.text())
          .hasMessageContaining(zh)
          .hasMessageContaining(en);
    }
    assertThatThrownBy(() -> new JmsConnector().check(config, new StepLog()))
        .isInstanceOf(Probe.StepFailed.class)
        .cause()
        .hasMessageContaining(en);
  }

  @ParameterizedTest
  @ValueSource(strings = {"amqps", "tcp"})
  void a_wrong_password_is_said_in_words_and_not_repeated(String scheme) {
    SourceConfig config = config(broker.url(scheme), "right.p12", "hub.p12", "store.txt");
    config.settings().put("passwordFile", "wrong.txt");
    try (BatchSource source = new JmsConnector().open(config, new RememberedPositions())) {
      assertThatThrownBy(() -> source.poll(1, Duration.ZERO))
          .isInstanceOf(Unavailable.class)
          .hasMessageContaining("不接受该用户或口令")
          .hasMessageContaining("does not take this user or password")
          .hasMessageNotContaining("not the password");
    }
  }

  private static SourceConfig config(String url, String trust, String key, String secret) {
    return Configs.unsigned(
        """
        {"url": "%s", "queue": "%s", "user": "hub", "passwordFile": "user.txt", "tls": {"trustStore": "%s", "trustStorePasswordFile": "%s",
        "keyStore": "%s", "keyStorePasswordFile": "%4$s"}}"""
            .formatted(url, QUEUE, trust, secret, key),
        home);
  }

  private static void send(String event) throws JMSException {
    try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(broker.inside());
        Connection connection = factory.createConnection(TestBroker.USER, TestBroker.PASSWORD);
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
      BytesMessage message = session.createBytesMessage();
      message.writeBytes(event.getBytes(UTF_8));
      session.createProducer(session.createQueue(QUEUE)).send(message);
    }
  }
}
