package licencehub.routes.lease;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import licencehub.library.HistoryEntry;
import licencehub.library.Hold;
import licencehub.library.Lease;
import licencehub.library.Outbox;
import licencehub.library.PositionStore;
import org.jspecify.annotations.Nullable;

/**
 * How far something has come that one hub follows at a time. For one thread. It is read anew each
 * time this hub takes over, and kept only by the hub that holds the lease: nobody goes back behind
 * what another has reached.
 */
public final class LeasedPosition {
  private static final int PAGE = 200;

  private final Lease lease;
  private final PositionStore store;
  private final String name;
  private final String first;
  private @Nullable Hold hold;
  private String reached;

  /**
   * @param first where to begin when nothing was ever kept
   */
  public LeasedPosition(Lease lease, PositionStore store, String name, String first) {
    this.lease = lease;
    this.store = store;
    this.name = name;
    this.first = first;
    this.reached = first;
  }

  /** Where this hub is to go on; empty while it is another's to do. */
  public Optional<String> reached() {
    Hold now = lease.hold().orElse(null);
    if (now == null) {
      hold = null;
      return Optional.empty();
    }
    if (!now.equals(hold)) {
      reached = store.find(name).orElse(first);
      hold = now;
    }
    return Optional.of(reached);
  }

  /**
   * @throws licencehub.model.Unavailable when it was not kept; it is then read anew
   */
  public void keep(String position) {
    Hold under = hold;
    if (under == null) {
      throw new IllegalStateException(name + " is not this hub's to keep");
    }
    hold = null;
    store.keep(under, name, position);
    hold = under;
    reached = position;
  }

  /** Events by their sequence: some of those after one and up to another, oldest first. */
  public interface News {
    List<HistoryEntry> between(long after, long upTo, int limit);
  }

  /**
   * Takes in the news up to the head of the library, if it is this hub's to do. Only for positions
   * that are sequences; one caller at a time.
   *
   * @throws licencehub.model.Unavailable when the library does not answer or write now: nothing is
   *     lost by it
   */
  public void catchUp(Outbox outbox, News news, Consumer<HistoryEntry> taking) {
    String kept = reached().orElse(null);
    if (kept == null) {
      return;
    }
    long at = Long.parseLong(kept);
    long head = outbox.head();
    while (at < head) {
      List<HistoryEntry> page = news.between(at, head, PAGE);
      page.forEach(taking);
      at = page.size() < PAGE ? head : page.getLast().sequence();
      keep(Long.toString(at));
    }
  }
}
