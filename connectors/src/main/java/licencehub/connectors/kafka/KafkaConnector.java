package licencehub.connectors.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import licencehub.connectors.BatchSource;
import licencehub.connectors.Connector;
import licencehub.connectors.ConnectorSpec;
import licencehub.connectors.Discovered;
import licencehub.connectors.Positions;
import licencehub.connectors.Probe;
import licencehub.connectors.RawRecord;
import licencehub.connectors.SourceConfig;
import licencehub.connectors.settings.SettingsForm;
import licencehub.model.Text;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;

/** Reads what departments write to Kafka topics. */
public final class KafkaConnector implements Connector {
  private static final SettingsForm<KafkaSettings> FORM =
      SettingsForm.of(KafkaSettings.class, "kafka.schema.json");

  @Override
  public ConnectorSpec spec() {
    return new ConnectorSpec("kafka", Text.of("Kafka 主题", "Kafka topics"), FORM.schema());
  }

  @Override
  public void check(SourceConfig config, Probe probe) {
    KafkaSettings settings = FORM.read(config.settings());
    probe.step(
        Text.of("连接", "connect"),
        () -> {
          try (Admin admin = admin(config, settings)) {
            return get(admin.describeCluster().nodes(), settings).size() + " 台服务器 servers";
          }
        });
    probe.step(Text.of("主题和读权限", "topics and permission to read"), () -> topics(config, settings));
  }

  @Override
  public List<Discovered> discover(SourceConfig config) {
    KafkaSettings settings = FORM.read(config.settings());
    try (Admin admin = admin(config, settings)) {
      Set<String> names = new TreeSet<>(get(admin.listTopics().names(), settings));
      return names.stream().map(it -> new Discovered("topic", it, List.of(), -1)).toList();
    } catch (ExecutionException | TimeoutException | InterruptedException | KafkaException e) {
      throw failed(settings, e);
    }
  }

  @Override
  public List<RawRecord> sample(SourceConfig config, int limit) {
    KafkaSettings settings = FORM.read(config.settings());
    try (var reader = new KafkaAccess(settings, config.home()).onlooker()) {
      return new Sampling(reader, settings, config.dialect()).first(limit);
    } catch (KafkaException e) {
      throw failed(settings, e);
    }
  }

  /** The hubs are members of one group, which deals the partitions out. */
  @Override
  public boolean isShared() {
    return true;
  }

  @Override
  public BatchSource open(SourceConfig config, Positions positions) {
    return new KafkaSource(config, FORM.read(config.settings()));
  }

  private static String topics(SourceConfig config, KafkaSettings settings) throws Exception {
    try (Admin admin = admin(config, settings)) {
      DescribeTopicsOptions options = new DescribeTopicsOptions().includeAuthorizedOperations(true);
      Map<String, TopicDescription> topics =
          get(admin.describeTopics(settings.topics(), options).allTopicNames(), settings);
      List<String> closed = new ArrayList<>();
      topics.values().stream().filter(it -> !mayRead(it)).forEach(it -> closed.add(it.name()));
      if (!closed.isEmpty()) {
        throw new IllegalStateException("没有读权限 no permission to read: " + closed);
      }
      return topics.values().stream()
          .map(it -> it.name() + " (" + it.partitions().size() + ")")
          .sorted()
          .collect(Collectors.joining(", "));
    }
  }

  /** A server without access control names no operations. */
  private static boolean mayRead(TopicDescription topic) {
    Set<AclOperation> allowed = topic.authorizedOperations();
    return allowed == null || allowed.isEmpty() || allowed.contains(AclOperation.READ);
  }

  private static Admin admin(SourceConfig config, KafkaSettings settings) {
    return new KafkaAccess(settings, config.home()).admin();
  }

  private static <T> T get(KafkaFuture<T> future, KafkaSettings settings)
      throws ExecutionException, TimeoutException, InterruptedException {
    return future.get(settings.timeout().toMillis() * 2, TimeUnit.MILLISECONDS);
  }

  private static RuntimeException failed(KafkaSettings settings, Exception e) {
    if (e instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    return KafkaAccess.unavailable(settings, e);
  }
}
