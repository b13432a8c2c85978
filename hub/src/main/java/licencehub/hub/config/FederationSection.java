package licencehub.hub.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import licencehub.federation.Level;
import licencehub.federation.PeerAddress;
import licencehub.model.Text;
import org.jspecify.annotations.Nullable;

/**
 * How {@code hub.yaml} has this hub among others.
 *
 * @param host address to listen on for peers; loopback unless somebody decided otherwise
 * @param port 0 for any free one
 * @param level where it stands
 * @param address what stands on its card: where peers reach it
 * @param patience how long a question to peers may take in all
 * @param freshness how old a filter of a peer's holders may be
 * @param retryAfter how long a silent or lying peer is left alone
 */
public record FederationSection(
    String host,
    int port,
    Level level,
    URI address,
    Duration patience,
    Duration freshness,
    Duration retryAfter) {
  /** A filter is asked for so many times within the time it counts as fresh. */
  private static final int ROUNDS = 60;

  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final String LOOPBACK = "127.0.0.1";
  private static final Span PATIENCE =
      new Span("patience", Duration.ofSeconds(2), Duration.ofMillis(100), Duration.ofMinutes(1));
  private static final Span FRESHNESS =
      new Span("freshness", Duration.ofMinutes(5), Duration.ofSeconds(1), Duration.ofDays(1));
  private static final Span RETRY =
      new Span("retryAfter", Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofHours(1));

  /** What a length of time may be, both ends included. */
  private record Span(String key, Duration usual, Duration least, Duration most) {
    Duration read(Tree section) {
      return section.get(key).duration(usual);
    }

    void check(Tree section) {
      Duration said = read(section);
      if (said.compareTo(least) < 0 || said.compareTo(most) > 0) {
        section
            .get(key)
            .wrong(
                Text.of("应在" + least + "至" + most + "之间", "must be " + least + " to " + most),
                Text.of("例如 " + usual, "for example " + usual));
      }
    }
  }

  /** Pause between two rounds of asking peers what is to stay fresh. */
  public Duration round() {
    Duration round = freshness.dividedBy(ROUNDS);
    return round.compareTo(SHORTEST) < 0 ? SHORTEST : round;
  }

  static void check(Tree federation) {
    federation.get("address").value(PeerAddress::parse);
    List.of(PATIENCE, FRESHNESS, RETRY).forEach(it -> it.check(federation));
  }

  /** Null where there are no peers. */
  static @Nullable FederationSection read(Tree federation) {
    if (!federation.isPresent()) {
      return null;
    }
    return new FederationSection(
        federation.get("host").text(LOOPBACK),
        federation.get("port").number(0),
        Level.find(federation.get("level").text()).orElseThrow(),
        Objects.requireNonNull(federation.get("address").value(PeerAddress::parse), "checked"),
        PATIENCE.read(federation),
        FRESHNESS.read(federation),
        RETRY.read(federation));
  }
}
