package licencehub.hub.config;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import licencehub.connectors.FeedSettings;
import licencehub.hub.access.Caller;
import licencehub.hub.access.Role;
import licencehub.model.Text;
import licencehub.model.code.CreditCode;
import licencehub.model.event.EventType;
import org.jspecify.annotations.Nullable;

/**
 * The feed in {@code hub.yaml}.
 *
 * @param engine the word of a {@code FeedKind}
 * @param settings how its servers are reached
 * @param messageBytes of one message's value at the most
 * @param fromEnd whether a feed without a position begins with what comes next
 */
public record FeedSection(
    String engine, FeedSettings settings, int messageBytes, boolean fromEnd, List<Topic> topics) {
  private static final String KAFKA = "kafka";
  private static final int MESSAGE_BYTES = 1_000_000;
  private static final short REPLICAS = 3;
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final String POSITIONS = "licencehub.feed.position";

  public FeedSection {
    topics = List.copyOf(topics);
  }

  /**
   * @param reader whose eyes its readers see with
   */
  public record Topic(String name, Caller reader, Set<EventType> events) {
    public Topic {
      events = Set.copyOf(events);
    }
  }

  static void check(Tree feed, PointedFiles files) {
    Tree kafka = feed.get(KAFKA);
    files.exists(kafka.get("propertiesFile"));
    Duration timeout = kafka.get("timeout").duration(TIMEOUT);
    if (timeout.compareTo(Duration.ofSeconds(1)) < 0
        || timeout.compareTo(Duration.ofMinutes(2)) > 0) {
      kafka
          .get("timeout")
          .wrong(
              Text.of("应在1秒至2分钟之间", "must be between a second and two minutes"),
              Text.of("例如 PT10S", "for example PT10S"));
    }
    Set<String> names = new HashSet<>(Set.of(kafka.get("positionTopic").text(POSITIONS)));
    for (Tree topic : kafka.get("topics").items()) {
      Tree name = topic.get("topic");
      if (!names.add(name.text())) {
        name.wrong(
            Text.of("主题重复", "this topic stands twice"), Text.of("换一个主题", "choose another topic"));
      }
      reader(topic);
      topic.get("events").items().forEach(FeedSection::pattern);
    }
  }

  /** Null where events go to HTTP alone. */
  static @Nullable FeedSection read(Tree feed, String hub, PointedFiles files) {
    Tree kafka = feed.get(KAFKA);
    if (!kafka.isPresent()) {
      return null;
    }
    List<Topic> topics = kafka.get("topics").items().stream().map(FeedSection::topic).toList();
    Set<String> names = new TreeSet<>();
    topics.forEach(it -> names.add(it.name()));
    Tree file = kafka.get("propertiesFile");
    return new FeedSection(
        KAFKA,
        new FeedSettings(
            kafka.get("name").text(hub),
            kafka.get("bootstrapServers").text(),
            kafka.get("positionTopic").text(POSITIONS),
            names,
            file.isPresent() ? new FeedSettings.Security(files.path(file), files.home()) : null,
            creation(kafka.get("create")),
            kafka.get("timeout").duration(TIMEOUT)),
        kafka.get("messageBytes").number(MESSAGE_BYTES),
        kafka.get("startAt").text().equals("latest"),
        topics);
  }

  private static FeedSettings.@Nullable Creation creation(Tree create) {
    return create.isPresent()
        ? new FeedSettings.Creation(
            create.get("partitions").number(1), (short) create.get("replicas").number(REPLICAS))
        : null;
  }

  private static Topic topic(Tree topic) {
    Set<EventType> events = EnumSet.noneOf(EventType.class);
    topic.get("events").items().forEach(it -> events.addAll(EventPatterns.all(it.text())));
    return new Topic(
        topic.get("topic").text(),
        Objects.requireNonNull(reader(topic), "checked"),
        events.isEmpty() ? EnumSet.allOf(EventType.class) : events);
  }

  private static @Nullable Caller reader(Tree topic) {
    Role role = Role.find(topic.get("reader").text()).orElse(Role.PUBLIC);
    CreditCode department = topic.get("department").value(CreditCode::new);
    if (role == Role.DEPARTMENT && department == null) {
      topic
          .get("reader")
          .wrong(
              Text.of("未写明是哪个部门", "which department is not said"),
              Text.of("加上 department", "add department"));
      return null;
    }
    return new Caller("feed", role, department);
  }

  private static void pattern(Tree pattern) {
    if (EventPatterns.all(pattern.text()).isEmpty()) {
      pattern.wrong(
          Text.of("没有这样的事件", "fits no event"),
          Text.of("例如 licence.*、use.*", "for example licence.* or use.*"));
    }
  }
}
