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
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import licencehub.connectors.FeedMessage;
import licencehub.connectors.FeedPosition;
import licencehub.connectors.FeedSettings;
import licencehub.connectors.FeedSink;
import licencehub.model.Unavailable;
import licencehub.model.lines.FaultyLine;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The feed's way out, against a real node. */
class KafkaFeedTest {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  @TempDir private static Path folder;
  private static KafkaNode node;

  private String topic = "";

  @BeforeAll
  static void start() throws IOException {
    node = new KafkaNode(folder);
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @BeforeEach
  void another() {
    node.line().fail(FaultyLine.Fault.NONE);
    topic = "feed-" + NUMBER.incrementAndGet();
  }

  @Test
  void messages_of_one_key_stay_in_order_and_headers_arrive() {
    try (FeedSink feed = active()) {
      for (int i = 0; i < 300; i++) {
        feed.send(HaltedPublisher.message(topic, i));
      }
      feed.send(new FeedMessage(topic, "k", "x".getBytes(UTF_8), Map.of("ce_subject", "证照")));
      assertThat(feed.commit(HaltedPublisher.position(299))).isTrue();
    }
    try (FeedReading reading = reading()) {
      List<ConsumerRecord<String, String>> all = reading.until(it -> it.size() >= 301);
      for (int key = 0; key < 3; key++) {
        String wanted = "key-" + key;
        List<Integer> numbers =
            all.stream()
                .filter(it -> it.key().equals(wanted))
                .map(it -> Integer.valueOf(it.value()))
                .toList();
        assertThat(numbers).hasSize(100).isSorted();
      }
      assertThat(
              all.stream()
                  .filter(it -> it.key().equals("k"))
                  .map(it -> FeedReading.header(it, "ce_subject")))
          .containsExactly("证照");
    }
  }

  @Test
  void nothing_is_seen_before_it_is_committed_and_the_position_comes_with_it() {
    try (FeedSink feed = active()) {
      assertThat(feed.reached()).isEqualTo(FeedPosition.NONE);
      send(feed, 0, 5);
      assertThat(feed.commit(HaltedPublisher.position(4))).isTrue();
      send(feed, 5, 9);
      try (FeedReading reading = reading()) {
        assertThat(reading.rest()).hasSize(5);
      }
      assertThat(feed.reached()).isEqualTo(HaltedPublisher.position(4));
    }
  }

  @Test
  void a_publisher_closed_between_sending_and_committing_repeats_nothing() {
    try (FeedSink feed = active()) {
      send(feed, 0, 5);
    }
    try (FeedSink next = active()) {
      assertThat(next.reached()).isEqualTo(FeedPosition.NONE);
      send(next, 0, 5);
      assertThat(next.commit(HaltedPublisher.position(4))).isTrue();
    }
    try (FeedReading reading = reading()) {
      assertThat(reading.rest()).hasSize(5).doesNotHaveDuplicates();
    }
  }

  @Test
  void a_process_killed_between_sending_and_committing_repeats_nothing() throws Exception {
    Process killed =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                HaltedPublisher.class.getName(),
                node.address(),
                topic)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(new String(killed.getInputStream().readAllBytes(), UTF_8)).contains("sent");
    assertThat(killed.waitFor()).isEqualTo(9);
    try (FeedSink feed = active()) {
      assertThat(feed.reached()).isEqualTo(HaltedPublisher.position(9));
      send(feed, 10, 20);
      assertThat(feed.commit(HaltedPublisher.position(19))).isTrue();
    }
    try (FeedReading reading = reading()) {
      assertThat(reading.rest())
          .containsExactlyInAnyOrderElementsOf(
              IntStream.range(0, 20).mapToObj(Integer::toString).toList());
    }
  }

  @Test
  void a_second_publisher_shuts_out_the_first() {
    try (FeedSink first = active();
        FeedSink second = feed()) {
      send(first, 0, 3);
      assertThat(second.takeOver()).isTrue();
      send(first, 3, 6);
      assertThat(first.commit(HaltedPublisher.position(5))).isFalse();
      send(second, 0, 3);
      assertThat(second.commit(HaltedPublisher.position(2))).isTrue();
      assertThat(second.reached()).isEqualTo(HaltedPublisher.position(2));
      try (FeedReading reading = reading()) {
        assertThat(reading.rest()).containsExactlyInAnyOrder("0", "1", "2");
      }
    }
  }

  @Test
  void a_cut_connection_is_named_and_loses_and_repeats_nothing() {
    try (FeedSink feed = feed(Duration.ofSeconds(1))) {
      assertThat(feed.takeOver()).isTrue();
      send(feed, 0, 3);
      assertThat(feed.commit(HaltedPublisher.position(2))).isTrue();
      node.line().fail(FaultyLine.Fault.RESET);
      assertThatThrownBy(
              () -> {
                send(feed, 3, 6);
                feed.commit(HaltedPublisher.position(5));
              })
          .isInstanceOf(Unavailable.class)
          .hasMessageContaining(node.address())
          .hasMessageContaining("没有答复");
      assertThatThrownBy(feed::reached).isInstanceOf(Unavailable.class);
      node.line().fail(FaultyLine.Fault.NONE);
      assertThat(feed.takeOver()).isTrue();
      int next = (int) feed.reached().sequence() + 1;
      send(feed, next, 6);
      assertThat(feed.commit(HaltedPublisher.position(5))).isTrue();
    }
    try (FeedReading reading = reading()) {
      assertThat(reading.rest()).containsExactlyInAnyOrder("0", "1", "2", "3", "4", "5");
    }
  }

  @Test
  void the_position_is_found_behind_the_unfinished_and_the_many_of_others() throws Exception {
    FeedSettings settings = HaltedPublisher.settings(node.address(), topic);
    try (FeedSink feed = active()) {
      assertThat(feed.commit(HaltedPublisher.position(7))).isTrue();
    }
    try (KafkaProducer<String, String> other =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", node.address(), "transactional.id", topic + "-other"),
            new StringSerializer(),
            new StringSerializer())) {
      other.initTransactions();
      other.beginTransaction();
      List<Future<?>> sent = new ArrayList<>();
      for (int i = 0; i < 2000; i++) {
        sent.add(other.send(new ProducerRecord<>(settings.positionTopic(), 0, "o-" + i, "{}")));
      }
      sent.forEach(Groups::get);
      other.commitTransaction();
      other.beginTransaction();
      other.send(new ProducerRecord<>(settings.positionTopic(), 0, "other", "{}")).get();
      try (FeedSink feed = feed(Duration.ofSeconds(1))) {
        assertThatThrownBy(feed::reached).hasMessageContaining("cannot be read yet");
      }
      other.abortTransaction();
    }
    try (FeedSink feed = feed()) {
      assertThat(feed.reached()).isEqualTo(HaltedPublisher.position(7));
    }
  }

  @Test
  void missing_topics_and_a_position_that_would_be_lost_are_named()
      throws ExecutionException, InterruptedException {
    FeedSettings settings =
        new FeedSettings(
            topic, node.address(), topic + ".p", Set.of(topic), null, null, Duration.ofSeconds(5));
    try (FeedSink feed = new KafkaFeedKind().open(settings);
        Admin admin = Admin.create(Map.of("bootstrap.servers", node.address()))) {
      assertThat(feed.reached()).isEqualTo(FeedPosition.NONE);
      assertThatThrownBy(feed::takeOver)
          .isInstanceOf(Unavailable.class)
          .hasMessageContaining("[" + topic + ", " + topic + ".p]");
      admin
          .createTopics(
              List.of(new NewTopic(topic, 1, (short) 1), new NewTopic(topic + ".p", 1, (short) 1)))
          .all()
          .get();
      assertThatThrownBy(feed::takeOver).hasMessageContaining("must be compact");
    }
  }

  @Test
  void a_message_larger_than_its_topic_takes_is_said_to_be() {
    try (FeedSink feed = active()) {
      assertThatThrownBy(
              () -> {
                feed.send(new FeedMessage(topic, "k", new byte[2 << 20], Map.of()));
                feed.commit(HaltedPublisher.position(0));
              })
          .isInstanceOf(Unavailable.class)
          .hasMessageContaining("max.message.bytes");
    }
  }

  @Test
  void a_variable_of_the_environment_can_hold_a_secret() throws IOException {
    Path file = folder.resolve("feed.properties");
    Files.writeString(file, "security.protocol=${env:HOME}\n");
    FeedSettings settings =
        new FeedSettings(
            topic,
            node.address(),
            "p",
            Set.of(topic),
            new FeedSettings.Security(file, folder),
            null,
            Duration.ofSeconds(1));
    try (FeedSink feed = new KafkaFeedKind().open(settings)) {
      assertThatThrownBy(feed::takeOver).hasMessageContaining(System.getenv("HOME"));
    }
  }

  private FeedSink active() {
    FeedSink feed = feed();
    assertThat(feed.takeOver()).isTrue();
    return feed;
  }

  private FeedSink feed() {
    return new KafkaFeed(HaltedPublisher.settings(node.address(), topic));
  }

  private FeedSink feed(Duration timeout) {
    FeedSettings it = HaltedPublisher.settings(node.address(), topic);
    return new KafkaFeed(
        new FeedSettings(
            it.name(),
            it.servers(),
            it.positionTopic(),
            it.topics(),
            null,
            it.creation(),
            timeout));
  }

  private void send(FeedSink feed, int from, int to) {
    for (int i = from; i < to; i++) {
      feed.send(HaltedPublisher.message(topic, i));
    }
  }

  private FeedReading reading() {
    return new FeedReading(node.address(), topic, 2);
  }
}
