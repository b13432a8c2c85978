package licencehub.connectors;

import licencehub.model.Unavailable;

/**
 * Topics the feed is published to, by one publisher at a time. What was sent becomes visible
 * together with the position, or not at all. Not for several threads. After an {@link Unavailable}
 * nobody knows whether the last commit counts: {@link #takeOver} again and {@link #reached} tell.
 */
public interface FeedSink extends AutoCloseable {
  /**
   * Becomes the publisher. Whoever was it before can publish nothing more; what it had begun is
   * gone or whole when this returns.
   *
   * @return false when another one took over meanwhile
   */
  boolean takeOver();

  /** How far the feed was published, by whomever. Shuts nobody out. */
  FeedPosition reached();

  /** Sends a message, waiting while too much is on its way. */
  void send(FeedMessage message);

  /**
   * Makes everything sent since the last commit visible, and the position with it.
   *
   * @return false when another publisher took over: nothing of it is visible
   */
  boolean commit(FeedPosition position);

  @Override
  void close();
}
