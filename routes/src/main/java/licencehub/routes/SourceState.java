package licencehub.routes;

import java.time.Instant;
import java.util.Map;
import licencehub.model.code.SourceId;
import licencehub.model.event.Organisation;
import org.jspecify.annotations.Nullable;

/**
 * How one source is doing; a snapshot.
 *
 * @param node the hub that reads it, as far as is known; null for one that all hubs read
 * @param outcomes number of submissions by outcome word since the hub started
 * @param lastReceived when the last batch was settled
 * @param lastTrouble when it last could not be read
 * @param trouble what keeps it from being read; null while all is well
 */
public record SourceState(
    SourceId source,
    Organisation department,
    String connector,
    String dialect,
    Phase phase,
    @Nullable String node,
    Map<String, Long> outcomes,
    @Nullable Instant lastReceived,
    @Nullable Instant lastTrouble,
    @Nullable Trouble trouble) {
  /** What a source is at. */
  public enum Phase {
    STARTING,
    RUNNING,
    /** Pausing after a failure. */
    WAITING,
    /** Another hub reads it. */
    STANDBY,
    STOPPED
  }

  /**
   * What keeps a source from being read.
   *
   * @param cause in words for the operator, without personal data
   * @param since when it was first noticed
   * @param nextAttempt when the source is asked again, not before
   */
  public record Trouble(String cause, Instant since, Instant nextAttempt) {}

  public SourceState {
    outcomes = Map.copyOf(outcomes);
  }
}
