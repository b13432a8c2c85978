package licencehub.hub.federation;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import licencehub.ledger.Witness;
import licencehub.ledger.Witness.Seen;
import licencehub.library.PositionStore;
import licencehub.model.Digest;
import org.jspecify.annotations.Nullable;

/**
 * What this hub has seen of other hubs' ledgers, in its library. Written down from time to time:
 * after a crash at most the last moments are forgotten, and what was seen before still binds.
 */
public final class PeerLedgers implements Witness.Memory, AutoCloseable {
  private static final String NAME = "peer-ledger/";
  private static final long PAUSE = Duration.ofSeconds(5).toNanos();

  private final PositionStore positions;
  private final Map<String, Kept> newest = new ConcurrentHashMap<>();

  public PeerLedgers(PositionStore positions) {
    this.positions = positions;
  }

  /**
   * @param written the machine's time when it was last on disk
   */
  private record Kept(Seen seen, Seen onDisk, long written) {}

  @Override
  public Optional<Seen> find(String hub) {
    return positions.find(NAME + hub).map(PeerLedgers::read);
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
    positions.keep(NAME + hub, text(seen));
    return new Kept(seen, seen, now);
  }

  private static String text(Seen seen) {
    return seen.size() + " " + seen.root();
  }

  private static Seen read(String text) {
    String[] parts = text.split(" ", 2);
    return new Seen(Long.parseLong(parts[0]), Digest.parse(parts[1]));
  }
}
