package licencehub.connectors.kafka;

import licencehub.connectors.FeedKind;
import licencehub.connectors.FeedSettings;
import licencehub.connectors.FeedSink;

/** Publishes the feed to Kafka topics. */
public final class KafkaFeedKind implements FeedKind {
  @Override
  public String name() {
    return "kafka";
  }

  @Override
  public FeedSink open(FeedSettings settings) {
    return new KafkaFeed(settings);
  }
}
