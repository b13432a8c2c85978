package licencehub.connectors.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import licencehub.connectors.Dialect;
import licencehub.connectors.RawRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads the oldest messages of the topics without belonging to a group. */
final class Sampling {
  private static final Duration WAIT = Duration.ofMillis(200);

  private final KafkaConsumer<byte[], byte[]> reader;
  private final KafkaSettings settings;
  private final Dialect dialect;

  Sampling(KafkaConsumer<byte[], byte[]> reader, KafkaSettings settings, Dialect dialect) {
    this.reader = reader;
    this.settings = settings;
    this.dialect = dialect;
  }

  List<RawRecord> first(int limit) {
    List<TopicPartition> partitions = new ArrayList<>();
    for (String topic : settings.topics()) {
      reader
          .partitionsFor(topic, settings.timeout())
          .forEach(it -> partitions.add(new TopicPartition(topic, it.partition())));
    }
    Map<TopicPartition, Long> ends = reader.endOffsets(partitions, settings.timeout());
    reader.assign(partitions);
    reader.seekToBeginning(partitions);
    List<RawRecord> records = new ArrayList<>();
    while (records.size() < limit && !isAt(ends)) {
      for (ConsumerRecord<byte[], byte[]> it : reader.poll(WAIT)) {
        records.addAll(Messages.records(it, dialect));
      }
    }
    return records.stream().limit(limit).toList();
  }

  private boolean isAt(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(it -> reader.position(it.getKey(), settings.timeout()) >= it.getValue());
  }
}
