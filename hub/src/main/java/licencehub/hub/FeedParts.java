package licencehub.hub;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.ServiceLoader;
import licencehub.connectors.FeedKind;
import licencehub.connectors.FeedSink;
import licencehub.hub.config.FeedSection;
import licencehub.hub.http.FeedReader;
import licencehub.hub.http.HealthItem;
import licencehub.hub.http.HealthItem.Status;
import licencehub.library.Lease;
import licencehub.library.Library;
import licencehub.model.Text;
import licencehub.routes.PublishFeed;
import licencehub.routes.Sources;
import licencehub.routes.feed.FeedPlan;
import licencehub.routes.feed.FeedPublisher;
import licencehub.routes.feed.FeedState;
import licencehub.routes.feed.FeedTopic;
import licencehub.routes.trace.Traces;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;

/** The publisher of the feed as {@code hub.yaml} declares it, and what is told of it. */
final class FeedParts {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private FeedParts() {}

  /** Null where the feed goes to HTTP alone. */
  static @Nullable FeedPublisher open(
      @Nullable FeedSection section,
      Library library,
      Sources sources,
      InstantSource clock,
      Traces traces) {
    if (section == null) {
      return null;
    }
    FeedKind kind =
        ServiceLoader.load(FeedKind.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(it -> it.name().equals(section.engine()))
            .findFirst()
            .orElseThrow();
    List<FeedTopic> topics =
        section.topics().stream()
            .map(
                it ->
                    new FeedTopic(
                        it.name(), it.events(), FeedReader.of(sources, library, it.reader())))
            .toList();
    FeedPlan plan = new FeedPlan(topics, section.messageBytes(), section.fromEnd(), PATIENCE);
    Lease lease = library.leases().join("feed/" + section.settings().name());
    FeedSink sink = kind.open(section.settings());
    return new FeedPublisher(library.outbox(), sink, plan, clock, lease, traces);
  }

  /**
   * Begins to publish. The sources must be known by now: what belongs to a department is told by
   * them, and what is not a reader's when it is published never comes to his topic.
   */
  static void start(@Nullable FeedPublisher publisher, CamelContext camel) {
    if (publisher == null) {
      return;
    }
    try {
      camel.addRoutes(new PublishFeed(publisher));
    } catch (Exception e) {
      throw new IllegalStateException("the feed cannot be started", e);
    }
  }

  /** What is filed stays filed without it, so it is never critical. */
  static HealthItem health(FeedState state) {
    FeedState.Trouble trouble = state.trouble();
    if (trouble != null) {
      String since = trouble.since() + ", " + state.behind();
      return item(
          Status.DEGRADED,
          Text.of(
              trouble.cause() + "（自 " + since + " 条待发布）",
              trouble.cause() + " (since " + since + " events wait)"));
    }
    return item(
        Status.UP,
        state.phase() == FeedState.Phase.STANDBY
            ? Text.of("另一枢纽在发布，本枢纽待命", "another hub publishes, this one stands by")
            : Text.of(
                "正常，" + state.behind() + " 条待发布", "fine, " + state.behind() + " events wait"));
  }

  static void measure(FeedPublisher publisher, MeterRegistry registry) {
    Gauge.builder("licencehub.feed.behind", publisher, it -> it.state().behind())
        .description("Events filed and not published to the topics of the feed")
        .register(registry);
    Gauge.builder("licencehub.feed.active", publisher, FeedParts::isActive)
        .description("1 while this hub publishes the feed; 0 while it stands by or cannot")
        .register(registry);
    FunctionCounter.builder("licencehub.feed.messages", publisher, it -> it.state().messages())
        .description("Messages published to the topics of the feed since the hub started")
        .register(registry);
  }

  private static double isActive(FeedPublisher publisher) {
    return publisher.state().phase() == FeedState.Phase.ACTIVE ? 1 : 0;
  }

  private static HealthItem item(Status status, Text cause) {
    return new HealthItem("feed", false, status, cause);
  }
}
