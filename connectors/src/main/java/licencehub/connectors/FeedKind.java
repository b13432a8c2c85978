package licencehub.connectors;

/** Publishes the feed by one kind of server. Found by {@link java.util.ServiceLoader}. */
public interface FeedKind {
  /** The key below {@code feed} in {@code hub.yaml}, for example {@code kafka}. */
  String name();

  /** A sink that has not connected yet. */
  FeedSink open(FeedSettings settings);
}
