package licencehub.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/** Reads one topic from its beginning, what is committed and nothing else. */
final class FeedSubscriber implements AutoCloseable {
  private final KafkaConsumer<String, String> consumer;
  private final List<ConsumerRecord<String, String>> seen = new ArrayList<>();

  FeedSubscriber(String servers, String topic) {
    Map<String, Object> config = new HashMap<>();
    config.put("bootstrap.servers", servers);
    config.put("isolation.level", "read_committed");
    config.put("auto.offset.reset", "earliest");
    config.put("group.id", UUID.randomUUID().toString());
    config.put("metadata.max.age.ms", "500");
    StringDeserializer text = new StringDeserializer();
    consumer = new KafkaConsumer<>(config, text, text);
    consumer.subscribe(List.of(topic));
  }

  /** Everything seen so far, once it fits. */
  List<ConsumerRecord<String, String>> until(
      Predicate<List<ConsumerRecord<String, String>>> enough) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () -> {
              consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
              return enough.test(seen);
            });
    return List.copyOf(seen);
  }

  /** Everything up to the end as it is now. */
  List<ConsumerRecord<String, String>> all() {
    until(it -> !consumer.assignment().isEmpty());
    Set<TopicPartition> partitions = consumer.assignment();
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    return until(
        it -> partitions.stream().allMatch(p -> consumer.position(p) >= ends.getOrDefault(p, 0L)));
  }

  static long sequence(ConsumerRecord<String, String> record) {
    return Long.parseLong(header(record, "ce_sequence"));
  }

  static String header(ConsumerRecord<String, String> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
