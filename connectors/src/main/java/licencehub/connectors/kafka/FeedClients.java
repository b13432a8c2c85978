package licencehub.connectors.kafka;

import java.util.HashMap;
import java.util.Map;
import licencehub.connectors.FeedSettings;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Makes the clients the publisher of the feed needs. */
record FeedClients(FeedSettings settings) {
  private static final int BUFFER = 32 << 20;
  private static final int BATCH = 64 << 10;

  /** A message is never larger than what a document may be at the most, with some room. */
  private static final int LARGEST_REQUEST = 72 << 20;

  private static final int TIMEOUTS_PER_TRANSACTION = 4;

  /** Idempotent and transactional; of its transactional id only the newest can write. */
  KafkaProducer<byte[], byte[]> producer() {
    Map<String, Object> config = common();
    config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "licencehub-feed-" + settings.name());
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, millis() * TIMEOUTS_PER_TRANSACTION);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis());
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis() * 2);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis() * 2);
    config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER);
    config.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH);
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
    ByteArraySerializer bytes = new ByteArraySerializer();
    return new KafkaProducer<>(config, bytes, bytes);
  }

  /** A reader of what is committed that belongs to no group. */
  KafkaConsumer<byte[], byte[]> reader() {
    Map<String, Object> config = common();
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis());
    config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis());
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    return new KafkaConsumer<>(config, bytes, bytes);
  }

  Admin admin() {
    Map<String, Object> config = common();
    config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis());
    config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis());
    return Admin.create(config);
  }

  int millis() {
    return Math.toIntExact(settings.timeout().toMillis());
  }

  private Map<String, Object> common() {
    Map<String, Object> config = new HashMap<>();
    FeedSettings.Security security = settings.security();
    if (security != null) {
      config.putAll(SecurityProperties.read(security.home(), security.file().toString()));
    }
    config.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.servers());
    config.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 5_000);
    return config;
  }
}
