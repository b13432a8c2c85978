package licencehub.connectors.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import licencehub.connectors.intake.Causes;
import licencehub.connectors.settings.Secret;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.Unavailable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Makes clients of the servers a department file names. */
final class KafkaAccess {
  private static final Set<String> ALLOWED = Set.of("security.", "sasl.", "ssl.");

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
      Properties secret = secret(file);
      secret
          .stringPropertyNames()
          .forEach(key -> config.put(key, placed(key, secret.getProperty(key))));
    }
    config.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
    config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis());
    config.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 5_000);
    return config;
  }

  /** Key and trust stores stand where all files do: relative to the configuration. */
  private String placed(String key, String value) {
    return key.endsWith(".location") ? home.resolve(value).toString() : value;
  }

  private int millis() {
    return Math.toIntExact(settings.timeout().toMillis());
  }

  private Properties secret(String file) {
    Properties properties = new Properties();
    try (InputStreamReader in =
        new InputStreamReader(new ByteArrayInputStream(Secret.bytes(home, file)), UTF_8)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (String key : properties.stringPropertyNames()) {
      if (ALLOWED.stream().noneMatch(key::startsWith)) {
        throw MalformedValue.of(
            Text.of("客户端属性 " + file, "client property in " + file),
            key,
            Text.of("只能是 security.、sasl.、ssl. 开头", "must start with security., sasl. or ssl."),
            "security.protocol=SASL_SSL");
      }
    }
    return properties;
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

  /** What a client said: in words where it is encryption or the login, else the innermost cause. */
  static Unavailable unavailable(KafkaSettings settings, Exception e) {
    Text tls = Causes.ofTls(e);
    return new Unavailable(
        "Kafka " + settings.bootstrapServers(), tls == null ? said(e) : tls.toString(), e);
  }

  private static String said(Exception e) {
    boolean login =
        e instanceof SaslAuthenticationException
            || e.getCause() instanceof SaslAuthenticationException;
    return login
        ? "服务器不接受该用户或口令 the servers do not take this user or password"
        : Causes.innermost(e);
  }
}
