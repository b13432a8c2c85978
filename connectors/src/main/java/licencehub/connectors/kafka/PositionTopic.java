package licencehub.connectors.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import licencehub.connectors.FeedPosition;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps how far the feed was published, and who publishes it: the newest record under the feed's
 * name, in the topic's first partition.
 */
final class PositionTopic {
  private static final Duration WAIT = Duration.ofMillis(200);
  private static final long FIRST_STEP = 200;
  private static final int STEPS_GROW = 8;

  private final FeedClients clients;
  private final TopicPartition place;
  private final byte[] key;

  PositionTopic(FeedClients clients) {
    this.clients = clients;
    this.place = new TopicPartition(clients.settings().positionTopic(), 0);
    this.key = clients.settings().name().getBytes(UTF_8);
  }

  /**
   * @param publisher who took over last
   */
  record Kept(FeedPosition position, String publisher) {}

  ProducerRecord<byte[], byte[]> record(Kept kept) {
    byte[] value =
        JsonMapper.shared()
            .createObjectNode()
            .put("sequence", kept.position().sequence())
            .put("digest", kept.position().digest())
            .put("publisher", kept.publisher())
            .toString()
            .getBytes(UTF_8);
    return new ProducerRecord<>(place.topic(), place.partition(), key, value);
  }

  /**
   * The newest committed record. What others have begun in this topic and not ended is waited for:
   * behind it a record of this feed may stand that can not be seen yet.
   */
  Optional<Kept> newest() throws ExecutionException, TimeoutException, InterruptedException {
    long end = end();
    if (end == 0) {
      return Optional.empty();
    }
    try (KafkaConsumer<byte[], byte[]> reader = clients.reader()) {
      reader.assign(Set.of(place));
      long first = reader.beginningOffsets(Set.of(place)).getOrDefault(place, 0L);
      for (long step = FIRST_STEP; ; step *= STEPS_GROW) {
        long from = Math.max(first, end - step);
        Optional<Kept> found = newest(reader, from, end);
        if (found.isPresent() || from == first) {
          return found;
        }
      }
    }
  }

  private Optional<Kept> newest(KafkaConsumer<byte[], byte[]> reader, long from, long end) {
    Optional<Kept> newest = Optional.empty();
    reader.seek(place, from);
    long heard = System.nanoTime();
    for (long at = from; at < end; ) {
      for (ConsumerRecord<byte[], byte[]> it : reader.poll(WAIT)) {
        newest = Arrays.equals(it.key(), key) ? Optional.of(read(it.value())) : newest;
      }
      long now = reader.position(place);
      heard = now > at ? System.nanoTime() : heard;
      at = now;
      if (System.nanoTime() - heard > TimeUnit.MILLISECONDS.toNanos(clients.millis() * 2L)) {
        throw new DisconnectException("the newest position in " + place + " cannot be read yet");
      }
    }
    return newest;
  }

  /** 0 where the topic is empty, or not there yet. */
  private long end() throws ExecutionException, TimeoutException, InterruptedException {
    try (Admin admin = clients.admin()) {
      return admin
          .listOffsets(
              Map.of(place, OffsetSpec.latest()),
              new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
          .partitionResult(place)
          .get(clients.millis() * 2L, TimeUnit.MILLISECONDS)
          .offset();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return 0;
      }
      throw e;
    }
  }

  private static Kept read(byte[] value) {
    JsonNode json = JsonMapper.shared().readTree(value);
    return new Kept(
        new FeedPosition(json.required("sequence").asLong(), json.required("digest").asString()),
        json.required("publisher").asString());
  }
}
