package licencehub.connectors;

/**
 * How far the feed was published.
 *
 * @param sequence of the last event published or passed over; -1 before the first
 * @param digest of that event, by which a library tells whether the position is one of its own;
 *     empty before the first
 */
public record FeedPosition(long sequence, String digest) {
  /** Nothing was published yet. */
  public static final FeedPosition NONE = new FeedPosition(-1, "");
}
