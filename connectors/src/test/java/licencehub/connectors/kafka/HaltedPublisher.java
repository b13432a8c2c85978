package licencehub.connectors.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import licencehub.connectors.FeedMessage;
import licencehub.connectors.FeedPosition;
import licencehub.connectors.FeedSettings;

/** A publisher in a process of its own that ends between sending and committing. */
final class HaltedPublisher {
  private HaltedPublisher() {}

  static FeedSettings settings(String servers, String topic) {
    return new FeedSettings(
        topic,
        servers,
        topic + ".position",
        Set.of(topic),
        null,
        new FeedSettings.Creation(2, (short) 1),
        Duration.ofSeconds(5));
  }

  static FeedMessage message(String topic, int number) {
    return new FeedMessage(
        topic, "key-" + number % 3, Integer.toString(number).getBytes(UTF_8), Map.of());
  }

  static FeedPosition position(int number) {
    return new FeedPosition(number, "d" + number);
  }

  /** Commits 0 to 9, sends 10 to 19, and is gone before they are committed. */
  public static void main(String[] args) {
    KafkaFeed feed = new KafkaFeed(settings(args[0], args[1]));
    if (!feed.takeOver()) {
      throw new IllegalStateException("nobody else publishes here");
    }
    for (int i = 0; i < 10; i++) {
      feed.send(message(args[1], i));
    }
    if (!feed.commit(position(9))) {
      throw new IllegalStateException("nobody else publishes here");
    }
    for (int i = 10; i < 20; i++) {
      feed.send(message(args[1], i));
    }
    // What is on its way must have got there: a halt before it would test less.
    feed.flush();
    System.out.println("sent");
    Runtime.getRuntime().halt(9);
  }
}
