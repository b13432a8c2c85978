package licencehub.routes.feed;

import java.time.Duration;
import java.util.List;

/**
 * What is published, and how.
 *
 * @param largest bytes of one message's value
 * @param fromEnd whether a feed without a position begins with what is filed from now on
 * @param patience how long a position may stand still before a hub that stands by steps in
 */
public record FeedPlan(List<FeedTopic> topics, int largest, boolean fromEnd, Duration patience) {
  public FeedPlan {
    topics = List.copyOf(topics);
  }
}
