package licencehub.hub.federation;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last reconciliation with each peer 对账. Safe for many threads. */
public final class Reconciliations {
  private static final Logger LOG = LoggerFactory.getLogger(Reconciliations.class);

  private final Map<String, Round> last = new ConcurrentHashMap<>();

  /**
   * One that went through everything that was taken.
   *
   * @param ended when it had
   * @param compared steps the peer named
   * @param missing those of them that were not here, and were asked for
   */
  public record Round(Instant ended, long compared, long missing) {}

  void note(String hub, Round round) {
    last.put(hub, round);
    if (round.missing() > 0) {
      LOG.warn("{}: of {} steps {} were missing here", hub, round.compared(), round.missing());
    }
  }

  /** Empty where none was finished since the start. */
  public Optional<Round> last(String hub) {
    return Optional.ofNullable(last.get(hub));
  }
}
