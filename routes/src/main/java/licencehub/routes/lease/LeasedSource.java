package licencehub.routes.lease;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import licencehub.connectors.Batch;
import licencehub.connectors.BatchSource;
import licencehub.library.Hold;
import licencehub.library.Lease;
import licencehub.model.submission.Outcome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A source that one hub reads at a time. Each time this hub takes over, the source is opened anew,
 * so that nothing remembered from before counts; once it has been replaced, it settles nothing:
 * what it had in hand comes to the other hub, which is answered "duplicate" for what is on disk.
 */
public final class LeasedSource implements BatchSource {
  private static final Logger LOG = LoggerFactory.getLogger(LeasedSource.class);

  private final String name;
  private final Lease lease;
  private final Opener opener;
  private @Nullable Opened opened;
  private boolean closed;

  /** Opens the source for as long as this hub holds it. */
  public interface Opener {
    /**
     * @param hold what positions are kept under
     */
    BatchSource open(Hold hold);
  }

  private record Opened(Hold hold, BatchSource source) {}

  private record Ticket(Opened of, Batch batch) {}

  /**
   * @param name for messages
   * @param lease given up when the source is closed
   */
  public LeasedSource(String name, Lease lease, Opener opener) {
    this.name = name;
    this.lease = lease;
    this.opener = opener;
  }

  /** Whether another hub reads it, or nobody. */
  public boolean isElsewhere() {
    return lease.hold().isEmpty();
  }

  /** The hub that reads it, as far as this one has heard. */
  public Optional<String> node() {
    return lease.holder();
  }

  /** While another hub reads it, waits for its turn; a hub that takes over begins at once. */
  @Override
  public Batch poll(int limit, Duration patience) {
    Optional<Hold> hold = lease.await(patience) ? lease.hold() : Optional.empty();
    synchronized (this) {
      if (hold.isEmpty() || closed) {
        forget();
        return Batch.empty();
      }
      Opened here = at(hold.get());
      Batch batch = here.source().poll(limit, patience);
      if (batch.isEmpty() || !lease.stands(here.hold())) {
        return Batch.empty(); // what was read after all is forgotten with the next poll
      }
      return new Batch(batch.records(), new Ticket(here, batch));
    }
  }

  @Override
  public synchronized void settle(Batch batch, List<Outcome> outcomes) {
    if (!(batch.ticket() instanceof Ticket ticket)) {
      return;
    }
    if (lease.stands(ticket.of().hold())) {
      ticket.of().source().settle(ticket.batch(), outcomes);
    } else {
      LOG.warn(
          "{}: {} records were filed, and are left for another hub to mark", name, outcomes.size());
    }
  }

  @Override
  public synchronized void giveBack(Batch batch) {
    if (batch.ticket() instanceof Ticket ticket && ticket.of().equals(opened)) {
      ticket.of().source().giveBack(ticket.batch());
    }
  }

  @Override
  public void close() {
    lease.close();
    synchronized (this) {
      closed = true;
      forget();
    }
  }

  private Opened at(Hold hold) {
    Opened here = opened;
    if (here == null || !here.hold().equals(hold)) {
      forget();
      here = new Opened(hold, opener.open(hold));
      opened = here;
      LOG.info("{} is read by this hub from now on", name);
    }
    return here;
  }

  private void forget() {
    Opened before = opened;
    opened = null;
    if (before != null) {
      before.source().close();
      LOG.info("{} is no longer read by this hub", name);
    }
  }
}
