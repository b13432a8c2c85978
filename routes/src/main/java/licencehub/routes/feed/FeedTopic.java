package licencehub.routes.feed;

import java.util.Set;
import licencehub.model.event.EventType;

/**
 * A topic of the feed.
 *
 * @param events the types that go there, as far as its readers may see them
 */
public record FeedTopic(String name, Set<EventType> events, FeedView view) {
  public FeedTopic {
    events = Set.copyOf(events);
  }
}
