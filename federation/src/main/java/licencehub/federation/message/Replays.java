package licencehub.federation.message;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers the numbers of requests for as long as their time would still be accepted, so that none
 * counts twice. What was asked before this hub began to remember is refused as a replay, for nobody
 * knows. Safe for many threads.
 */
public final class Replays {
  private static final Duration KEPT = MessageReader.SKEW.multipliedBy(2);

  private final Instant since;
  private final int most;
  private final Map<String, Map<String, Instant>> numbers = new HashMap<>();

  /**
   * @param since when this hub began to listen
   * @param most numbers of one peer that are remembered; more at a time are refused
   */
  public Replays(Instant since, int most) {
    this.since = since;
    this.most = most;
  }

  /** Whether the number was not used before; from now on it was. */
  synchronized boolean isNew(String peer, String number, Instant at, Instant now) {
    Map<String, Instant> used = numbers.computeIfAbsent(peer, it -> new LinkedHashMap<>());
    forget(used, now.minus(KEPT));
    return !at.isBefore(since) && used.size() < most && used.putIfAbsent(number, now) == null;
  }

  /** The numbers stand in the order they came. */
  private static void forget(Map<String, Instant> used, Instant before) {
    Iterator<Instant> times = used.values().iterator();
    while (times.hasNext() && times.next().isBefore(before)) {
      times.remove();
    }
  }
}
