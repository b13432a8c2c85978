package licencehub.connectors.kafka;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import licencehub.model.Unavailable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Makes clients of the servers a department file names. */
final class KafkaAccess {
  /** The shortest that servers allow unless told otherwise: a dead hub's share waits so long. */
  private static final int SESSION_MILLIS = 6_000;

  private static final int HEARTBEAT_MILLIS = 2_000;

  private final KafkaSettings settings;
  private final Path home;

  KafkaAccess(KafkaSettings settings, Path home) {
    this.settings = settings;
    this.home = home;
  }

  /** A member of the group that commits only when told. */
  KafkaConsumer<byte[], byte[]> member() {
    Map<String, Object> config = common();
    config.put(ConsumerConfig.GROUP_ID_CONFIG, settings.group());
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, settings.startAt());
    config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
    config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MILLIS);
    return consumer(config);
  }

  /** A reader that belongs to no group and leaves no trace. */
  KafkaConsumer<byte[], byte[]> onlooker() {
    Map<String, Object> config = common();
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    return consumer(config);
  }

  Admin admin() {
    Map<String, Object> config = common();
    config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis());
    return guard(() -> Admin.create(config));
  }

  private KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> config) {
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.maxPollRecords());
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    return guard(() -> new KafkaConsumer<>(config, bytes, bytes));
  }

  private Map<String, Object> common() {
    Map<String, Object> config = new HashMap<>();
    String file = settings.propertiesFile();
    if (file != null) {
      config.putAll(SecurityProperties.read(home, file));
    }
    config.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
    config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis());
    config.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 5_000);
    return config;
  }

  private int millis() {
    return Math.toIntExact(settings.timeout().toMillis());
  }

  private interface Make<T> {
    T make();
  }

  private <T> T guard(Make<T> make) {
    try {
      return make.make();
    } catch (KafkaException e) {
      throw unavailable(settings, e);
    }
  }

  static Unavailable unavailable(KafkaSettings settings, Exception e) {
    return KafkaTrouble.unavailable(settings.bootstrapServers(), e);
  }
}
