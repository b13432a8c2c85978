package licencehub.routes;

import java.time.Instant;
import java.util.Map;
import licencehub.model.code.SourceId;
import licencehub.model.event.Organisation;
import org.jspecify.annotations.Nullable;

/**
 * How one source is doing; a snapshot.
 *
 * @param outcomes number of submissions by outcome word since the hub started
 * @param lastReceived when the last batch was settled
 * @param trouble what keeps it from being read, without personal data; null while all is well
 */
public record SourceState(
    SourceId source,
    Organisation department,
    String connector,
    String dialect,
    Phase phase,
    Map<String, Long> outcomes,
    @Nullable Instant lastReceived,
    @Nullable Instant lastTrouble,
    @Nullable String trouble) {
  /** What a source is at. */
  public enum Phase {
    STARTING,
    RUNNING,
    /** Pausing after a failure. */
    WAITING,
    STOPPED
  }

  public SourceState {
    outcomes = Map.copyOf(outcomes);
  }
}
