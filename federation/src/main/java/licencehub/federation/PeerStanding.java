package licencehub.federation;

import java.time.Instant;
import licencehub.federation.message.Lie;
import org.jspecify.annotations.Nullable;

/**
 * How a peer stands with this hub.
 *
 * @param heard when it last answered what was believed; null for never
 * @param trouble what came instead since; null when nothing did
 * @param lie what was wrong with its last answer; null when it is silent or in order
 * @param until when it is asked again; null when nothing keeps it
 */
public record PeerStanding(
    @Nullable Instant heard, @Nullable String trouble, @Nullable Lie lie, @Nullable Instant until) {
  /** Nothing known yet. */
  public static final PeerStanding NEW = new PeerStanding(null, null, null, null);

  /** Whether it is left alone at a moment. */
  boolean restsAt(Instant now) {
    return until != null && now.isBefore(until);
  }

  PeerStanding answered(Instant at) {
    return new PeerStanding(at, null, null, null);
  }

  PeerStanding silent(String why, Instant again) {
    return new PeerStanding(heard, why, null, again);
  }

  PeerStanding lied(Lie what, Instant again) {
    return new PeerStanding(heard, what.code(), what, again);
  }
}
