package licencehub.routes.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the feed is doing; a snapshot.
 *
 * @param position sequence of the last event published or passed over; -1 before the first
 * @param head sequence of the newest event filed
 * @param messages sent since the hub started
 * @param trouble why it does not go on; null while it does
 */
public record FeedState(
    Phase phase, long position, long head, long messages, @Nullable Trouble trouble) {
  /** What the publisher is at. */
  public enum Phase {
    STARTING,
    ACTIVE,
    /** Another hub publishes this feed; this one steps in when that one stops. */
    STANDBY
  }

  /**
   * @param cause in words, without personal data
   * @param since when it was first noticed
   */
  public record Trouble(String cause, Instant since) {}

  /** Events that are filed and not published. */
  public long behind() {
    return Math.max(0, head - position);
  }
}
