package licencehub.routes.feed;

import java.util.Optional;
import licencehub.library.HistoryEntry;

/** What the readers of one topic may see. */
public interface FeedView {
  /** The event as they get it; empty for what is none of their business. */
  Optional<Seen> of(HistoryEntry event);

  /**
   * @param document the CloudEvent, JSON
   * @param subject what the event is about, without what its readers may not see; the same for all
   *     events of one subject
   * @param masked whether persons are masked in it
   */
  record Seen(byte[] document, String subject, boolean masked) {}
}
