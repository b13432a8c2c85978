package licencehub.connectors.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import licencehub.connectors.Batch;
import licencehub.connectors.BatchSource;
import licencehub.connectors.Configs;
import licencehub.connectors.Connector;
import licencehub.connectors.ConnectorContract;
import licencehub.connectors.Events;
import licencehub.connectors.Outcomes;
import licencehub.connectors.Probe;
import licencehub.connectors.RawRecord;
import licencehub.connectors.SourceConfig;
import licencehub.connectors.StepLog;
import licencehub.model.MalformedValue;
import licencehub.model.lines.FaultyLine;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaConnectorTest extends ConnectorContract {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  @TempDir private static Path folder;
  private static KafkaNode node;
  private static KafkaProducer<byte[], byte[]> producer;
  private static Admin admin;

  @TempDir private Path home;
  private String topic = "";

  @BeforeAll
  static void start() throws IOException {
    node = new KafkaNode(folder);
    Map<String, Object> config = Map.of("bootstrap.servers", node.address());
    producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    admin = Admin.create(config);
  }

  @AfterAll
  static void stop() {
    producer.close(Duration.ZERO);
    admin.close(Duration.ZERO);
    node.close();
  }

  @BeforeEach
  void make() throws ExecutionException, InterruptedException {
    node.line().fail(FaultyLine.Fault.NONE);
    topic = "cases-" + NUMBER.incrementAndGet();
    admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1))).all().get();
  }

  @Override
  protected Connector connector() {
    return new KafkaConnector();
  }

  @Override
  protected SourceConfig config() {
    return config("");
  }

  @Override
  protected Optional<SourceConfig> withoutSecret() {
    return Optional.of(config(", \"propertiesFile\": \"" + MISSING_SECRET + "\""));
  }

  @Override
  protected void put(int count) {
    List<Future<?>> sent = new ArrayList<>();
    int number = 0;
    for (String event : Events.next(count)) {
      sent.add(
          producer.send(new ProducerRecord<>(topic, number++ % 2, null, event.getBytes(UTF_8))));
    }
    sent.forEach(Groups::get);
  }

  @Override
  protected Object state() {
    Map<String, Object> state = new TreeMap<>();
    Groups.get(admin.listGroups().all().toCompletionStage().toCompletableFuture())
        .forEach(it -> state.put(it.groupId(), Groups.committed(admin, it.groupId())));
    return state;
  }

  @Override
  protected boolean cutOff() {
    node.line().fail(FaultyLine.Fault.RESET);
    return true;
  }

  @Override
  protected void restore() {
    node.line().fail(FaultyLine.Fault.NONE);
  }

  @Test
  void a_message_of_many_lines_is_committed_with_its_last_record() {
    byte[] lines = Events.lines(4).getBytes(UTF_8);
    ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(topic, 0, null, lines);
    message.headers().add(new RecordHeader("content-type", "application/x-ndjson".getBytes(UTF_8)));
    Groups.get(producer.send(message));
    try (BatchSource source = open()) {
      Batch first = next(source, 3);
      assertThat(first.records().getFirst().locator()).isEqualTo(topic + "-0@0#1");
      source.settle(first, Outcomes.accepted(first));
      assertThat(Groups.committed(admin, topic)).isEqualTo(Map.of());
      take(source, 1);
      assertThat(Groups.committed(admin, topic)).isEqualTo(Map.of(topic + "-0", 1L));
    }
  }

  @Test
  void settling_a_later_batch_first_commits_nothing_that_is_not_settled() {
    for (String event : Events.next(2)) {
      Groups.get(producer.send(new ProducerRecord<>(topic, 0, null, event.getBytes(UTF_8))));
    }
    try (BatchSource source = open()) {
      Batch first = next(source, 1);
      Batch second = next(source, 1);
      source.settle(second, Outcomes.accepted(second));
      assertThat(Groups.committed(admin, topic)).isEqualTo(Map.of());
      source.settle(first, Outcomes.accepted(first));
      assertThat(Groups.committed(admin, topic)).isEqualTo(Map.of(topic + "-0", 2L));
    }
  }

  @Test
  void a_message_without_a_value_is_a_record_and_not_a_stumbling_block() {
    Groups.get(producer.send(new ProducerRecord<>(topic, 0, null, null)));
    try (BatchSource source = open()) {
      RawRecord record = next(source, 10).records().getFirst();
      assertThat(record.bytes()).isEmpty();
    }
  }

  @Test
  void a_topic_that_is_not_there_fails_the_check() {
    topic = "no-such-topic";
    StepLog log = new StepLog();
    assertThatThrownBy(() -> connector().check(config(), log)).isInstanceOf(Probe.StepFailed.class);
    assertThat(log.passed()).containsExactly("connect");
  }

  @Test
  void a_client_property_beyond_security_is_refused() throws IOException {
    Files.writeString(home.resolve("p.properties"), "enable.auto.commit=true\n");
    SourceConfig config = config(", \"propertiesFile\": \"p.properties\"");
    assertThatThrownBy(() -> connector().sample(config, 1))
        .isInstanceOf(MalformedValue.class)
        .hasMessageContaining("enable.auto.commit");
  }

  /** Each topic has a group of its own name. */
  private SourceConfig config(String rest) {
    return Configs.unsigned(
        """
        {"bootstrapServers": "%s", "topics": ["%s"], "group": "%s", "timeout": "PT3S"%s}"""
            .formatted(node.address(), topic, topic, rest),
        home);
  }
}
