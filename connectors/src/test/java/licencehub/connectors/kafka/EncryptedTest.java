package licencehub.connectors.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import licencehub.connectors.Authority;
import licencehub.connectors.Batch;
import licencehub.connectors.BatchSource;
import licencehub.connectors.Configs;
import licencehub.connectors.Events;
import licencehub.connectors.FeedMessage;
import licencehub.connectors.FeedPosition;
import licencehub.connectors.FeedSettings;
import licencehub.connectors.FeedSink;
import licencehub.connectors.Outcomes;
import licencehub.connectors.RememberedPositions;
import licencehub.connectors.SourceConfig;
import licencehub.connectors.StepLog;
import licencehub.model.Unavailable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a node whose door is encrypted and wants a user and a password (SASL over TLS). */
class EncryptedTest {
  private static final String TOPIC = "cases";

  @TempDir private static Path home;
  private static KafkaNode node;

  @BeforeAll
  static void start() throws IOException {
    Authority right = new Authority("The servers' authority");
    right.trustStore(home.resolve("right.p12"));
    new Authority("Another authority").trustStore(home.resolve("other.p12"));
    node = KafkaNode.guarded(home, right.keyStore(home.resolve("node.p12"), "localhost"));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", node.address()))) {
      Groups.get(
          admin
              .createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1)))
              .all()
              .toCompletionStage()
              .toCompletableFuture());
    }
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void records_come_encrypted_after_a_login() throws IOException {
    String event = Events.next();
    send(event);
    SourceConfig config = config("right.p12", KafkaNode.PASSWORD);
    StepLog log = new StepLog();
    new KafkaConnector().check(config, log);
    assertThat(log.passed()).hasSize(2);
    try (BatchSource source = new KafkaConnector().open(config, new RememberedPositions())) {
      Batch batch =
          await().until(() -> source.poll(1, Duration.ofMillis(200)), it -> !it.isEmpty());
      assertThat(batch.records()).extracting(Outcomes::text).containsExactly(event);
      source.settle(batch, Outcomes.accepted(batch));
    }
  }

  @ParameterizedTest(name = "{3}")
  @CsvSource({
    "other.p12, kafka-4471, 不是所信任的机构签发的, comes from no authority trusted here",
    "right.p12, wrong-9077, 不接受该用户或口令, do not take this user or password",
  })
  void what_is_wrong_with_encryption_or_login_is_said_in_words(
      String trust, String password, String zh, String en) throws IOException {
    SourceConfig config = config(trust, password);
    try (BatchSource source = new KafkaConnector().open(config, new RememberedPositions())) {
      assertThatThrownBy(() -> source.poll(1, Duration.ofSeconds(5)))
          .isInstanceOf(Unavailable.class)
          .hasMessageContaining(zh)
          .hasMessageContaining(en)
          .hasMessageNotContaining(password);
    }
    assertThatThrownBy(() -> new KafkaConnector().discover(config))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining(en);
  }

  @Test
  void the_feed_goes_out_encrypted_after_a_login() throws IOException {
    config("right.p12", KafkaNode.PASSWORD);
    FeedSettings settings =
        new FeedSettings(
            "hub",
            node.guardedAddress(),
            "feed.position",
            Set.of("feed"),
            new FeedSettings.Security(home.resolve("client.properties"), home),
            new FeedSettings.Creation(1, (short) 1),
            Duration.ofSeconds(5));
    try (FeedSink feed = new KafkaFeedKind().open(settings)) {
      assertThat(feed.takeOver()).isTrue();
      feed.send(new FeedMessage("feed", "k", "secret".getBytes(UTF_8), Map.of()));
      assertThat(feed.commit(new FeedPosition(0, "d"))).isTrue();
    }
    try (FeedReading reading = new FeedReading(node.address(), "feed", 1)) {
      assertThat(reading.rest()).containsExactly("secret");
    }
    config("right.p12", "wrong-9077");
    try (FeedSink feed = new KafkaFeedKind().open(settings)) {
      assertThatThrownBy(feed::takeOver)
          .isInstanceOf(Unavailable.class)
          .hasMessageContaining("do not take this user or password")
          .hasMessageNotContaining("9077");
    }
  }

  private static void send(String event) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", node.address()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      Groups.get(producer.send(new ProducerRecord<>(TOPIC, event.getBytes(UTF_8))));
    }
  }

  private static SourceConfig config(String trust, String password) throws IOException {
    Files.writeString(
        home.resolve("client.properties"),
        """
        security.protocol=SASL_SSL
        sasl.mechanism=PLAIN
        sasl.jaas.config=%s
        ssl.truststore.type=PKCS12
        ssl.truststore.location=%s
        ssl.truststore.password=%s
        """
            .formatted(KafkaNode.login(password), trust, Authority.PASSWORD));
    return Configs.unsigned(
        """
        {"bootstrapServers": "%s", "topics": ["%s"], "group": "hub", "timeout": "PT3S",
        "propertiesFile": "client.properties"}"""
            .formatted(node.guardedAddress(), TOPIC),
        home);
  }
}
