package licencehub.connectors;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the publisher of the feed must know.
 *
 * @param name of the feed: one publisher at a time per name, and one position
 * @param servers to begin with, host:port with commas
 * @param positionTopic keeps how far the feed was published
 * @param topics events are published to
 * @param security client properties for encryption and login; null for none
 * @param creation how missing topics are made; null where they are made by others
 * @param timeout for one request
 */
public record FeedSettings(
    String name,
    String servers,
    String positionTopic,
    Set<String> topics,
    @Nullable Security security,
    @Nullable Creation creation,
    Duration timeout) {
  /**
   * @param file with client properties
   * @param home the folder key and trust stores named in it are relative to
   */
  public record Security(Path file, Path home) {}

  /**
   * @param partitions of a topic with events; the position's always has one
   * @param replicas of each
   */
  public record Creation(int partitions, short replicas) {}

  public FeedSettings {
    topics = Set.copyOf(topics);
  }
}
