package licencehub.hub.federation;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import licencehub.ledger.Witness;
import licencehub.ledger.Witness.Seen;
import licencehub.library.PositionStore;
import licencehub.model.Digest;
import licencehub.model.Unavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this hub has seen of other hubs' ledgers, in its library. Written down from time to time:
 * after a crash at most the last moments are forgotten, and what was seen before still binds.
 */
public final class PeerLedgers implements Witness.Memory, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PeerLedgers.class);
  private static final String NAME = "peer-ledger/";
  private static final long PAUSE = Duration.ofSeconds(5).toNanos();

  private final PositionStore positions;
  private final Map<String, Kept> newest = new ConcurrentHashMap<>();

  public PeerLedgers(PositionStore positions) {
    this.positions = positions;
  }

  /**
   * @param onDisk null where nothing is yet
   * @param written the machine's time when it was last written
   */
  private record Kept(Seen seen, @Nullable Seen onDisk, long written) {}

  @Override
  public Optional<Seen> find(String hub) {
    return Optional.ofNullable(newest.get(hub))
        .map(Kept::seen)
        .or(() -> positions.find(NAME + hub).map(PeerLedgers::read));
  }

  @Override
  public void keep(String hub, Seen seen) {
    newest.compute(hub, (name, before) -> kept(name, before, seen));
  }

  /** Writes down what is not yet. */
  @Override
  public void close() {
    newest.forEach(
        (hub, it) -> {
          if (!it.seen().equals(it.onDisk())) {
            positions.keep(NAME + hub, text(it.seen()));
          }
        });
  }

  private Kept kept(String hub, @Nullable Kept before, Seen seen) {
    long now = System.nanoTime();
    if (before != null && (seen.equals(before.seen()) || now - before.written() < PAUSE)) {
      return new Kept(seen, before.onDisk(), before.written());
    }
    try {
      positions.keep(NAME + hub, text(seen));
      return new Kept(seen, seen, now);
    } catch (Unavailable e) {
      // It is remembered here all the same, and written with what is seen next.
      LOG.warn("what was seen of the ledger of {} is not on disk yet: {}", hub, e.getMessage());
      return new Kept(seen, before == null ? null : before.onDisk(), now);
    }
  }

  private static String text(Seen seen) {
    return seen.size() + " " + seen.root();
  }

  private static Seen read(String text) {
    String[] parts = text.split(" ", 2);
    return new Seen(Long.parseLong(parts[0]), Digest.parse(parts[1]));
  }
}
