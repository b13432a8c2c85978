package licencehub.connectors.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import licencehub.connectors.FeedSettings;
import licencehub.connectors.FeedSettings.Creation;
import licencehub.model.Unavailable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * The topics must be there before anything is published: a producer would make them as it likes.
 */
final class FeedTopics {
  private static final Map<String, String> POSITIONS =
      Map.of(
          TopicConfig.CLEANUP_POLICY_CONFIG,
          TopicConfig.CLEANUP_POLICY_COMPACT,
          TopicConfig.SEGMENT_MS_CONFIG,
          "3600000");

  private static final int ATTEMPTS = 50;
  private static final long PAUSE = 100;

  private final FeedClients clients;
  private final FeedSettings settings;

  FeedTopics(FeedClients clients) {
    this.clients = clients;
    this.settings = clients.settings();
  }

  /**
   * Makes the topics that are missing, if it may.
   *
   * @throws Unavailable when one is missing, or the position's would not keep the position
   */
  void provide() throws ExecutionException, TimeoutException, InterruptedException {
    try (Admin admin = clients.admin()) {
      Set<String> missing = new TreeSet<>(settings.topics());
      missing.add(settings.positionTopic());
      missing.removeAll(get(admin.listTopics().names()));
      if (!missing.isEmpty()) {
        create(admin, missing);
      }
      keepsPositions(admin);
    }
  }

  private void create(Admin admin, Set<String> missing)
      throws ExecutionException, TimeoutException, InterruptedException {
    Creation creation = settings.creation();
    if (creation == null) {
      throw trouble(
          "主题不存在或看不到 "
              + missing
              + "，请建立并授权，或设置 feed.kafka.create"
              + " these topics are missing or hidden, make them and grant access, or set"
              + " feed.kafka.create");
    }
    List<NewTopic> topics = new ArrayList<>();
    for (String topic : missing) {
      topics.add(
          topic.equals(settings.positionTopic())
              ? new NewTopic(topic, 1, creation.replicas()).configs(POSITIONS)
              : new NewTopic(topic, creation.partitions(), creation.replicas()));
    }
    for (KafkaFuture<Void> made : admin.createTopics(topics).values().values()) {
      try {
        get(made);
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw e;
        }
      }
    }
  }

  /** Where old records are deleted by age, a quiet month would lose the position. */
  private void keepsPositions(Admin admin)
      throws ExecutionException, TimeoutException, InterruptedException {
    if (!TopicConfig.CLEANUP_POLICY_COMPACT.equals(policy(admin))) {
      throw trouble(
          "主题 %1$s 的 cleanup.policy 应为 compact the cleanup.policy of topic %1$s must be compact"
              .formatted(settings.positionTopic()));
    }
  }

  /** A topic made a moment ago may not be known yet to the node that is asked. */
  private String policy(Admin admin)
      throws ExecutionException, TimeoutException, InterruptedException {
    ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, settings.positionTopic());
    for (int attempt = 1; true; attempt++) {
      try {
        return get(admin.describeConfigs(List.of(topic)).all())
            .values()
            .iterator()
            .next()
            .get(TopicConfig.CLEANUP_POLICY_CONFIG)
            .value();
      } catch (ExecutionException e) {
        if (attempt == ATTEMPTS || !(e.getCause() instanceof UnknownTopicOrPartitionException)) {
          throw e;
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE);
      }
    }
  }

  private Unavailable trouble(String words) {
    return new Unavailable("Kafka " + settings.servers(), words);
  }

  private <T> T get(KafkaFuture<T> future)
      throws ExecutionException, TimeoutException, InterruptedException {
    return future.get(clients.millis() * 2L, TimeUnit.MILLISECONDS);
  }
}
