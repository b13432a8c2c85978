package licencehub.connectors.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/** A subscriber that reads what is committed, and nothing else. */
final class FeedReading implements AutoCloseable {
  private final KafkaConsumer<String, String> consumer;
  private final List<ConsumerRecord<String, String>> seen = new ArrayList<>();

  FeedReading(String servers, String topic, int partitions) {
    StringDeserializer text = new StringDeserializer();
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                servers,
                "isolation.level",
                "read_committed",
                "auto.offset.reset",
                "earliest"),
            text,
            text);
    List<TopicPartition> all = new ArrayList<>();
    for (int i = 0; i < partitions; i++) {
      all.add(new TopicPartition(topic, i));
    }
    consumer.assign(all);
  }

  /** Everything seen from the beginning, once it fits. */
  List<ConsumerRecord<String, String>> until(
      Predicate<List<ConsumerRecord<String, String>>> enough) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
              return enough.test(seen);
            });
    return List.copyOf(seen);
  }

  List<String> values(int count) {
    return until(it -> it.size() >= count).stream().map(ConsumerRecord::value).toList();
  }

  /** What is committed up to the end the servers tell now, and not a message more. */
  List<String> rest() {
    Set<TopicPartition> all = consumer.assignment();
    Map<TopicPartition, Long> ends = consumer.endOffsets(all);
    until(it -> all.stream().allMatch(one -> consumer.position(one) >= ends.getOrDefault(one, 0L)));
    return seen.stream().map(ConsumerRecord::value).toList();
  }

  static String header(ConsumerRecord<String, String> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
