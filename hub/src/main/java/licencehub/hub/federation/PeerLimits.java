package licencehub.hub.federation;

import java.time.Duration;

/**
 * What the port of peers bears.
 *
 * @param body bytes of one request at the most
 * @param atOnce requests of one peer at a time
 * @param reading how long one request body may take to arrive
 * @param idle how long a connection may say nothing: longer than peers keep theirs
 * @param connections open connections at the most
 */
public record PeerLimits(int body, int atOnce, Duration reading, Duration idle, int connections) {
  public static final PeerLimits USUAL =
      new PeerLimits(16 << 20, 16, Duration.ofSeconds(10), Duration.ofMinutes(1), 1_000);
}
