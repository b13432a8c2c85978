package licencehub.library.postgres;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import licencehub.library.Hold;
import licencehub.library.Lease;
import licencehub.library.Leases;
import licencehub.library.lease.HeldLease;
import licencehub.library.postgres.LeaseRound.Seen;
import licencehub.library.sql.Fence;
import licencehub.library.sql.Session;
import licencehub.library.sql.SqlLeases;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leases in two tables, kept alive by a thread and a connection of their own: neither a crowded
 * writer nor a long look-up makes a hub seem dead.
 */
final class PostgresLeases implements Leases, Fence, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresLeases.class);
  private static final Duration PAUSE = Duration.ofMillis(700);
  private static final String STANDS = "SELECT 1 FROM lease WHERE name = ? AND epoch = ? FOR SHARE";

  private final Session session;
  private final String node;
  private final LeaseRound round;
  private final Map<String, HeldLease> joined = new TreeMap<>();
  private final Set<String> given = new HashSet<>();
  private final Semaphore wake = new Semaphore(0);
  private final Thread thread;
  private volatile boolean closed;
  private volatile Seen seen;
  private volatile @Nullable String trouble;

  private PostgresLeases(Server server, String node) {
    this.session = new Session(server.name(), server::leasing);
    this.node = node;
    this.round = new LeaseRound(new NodeTable(session), node, server.line());
    this.seen = new Seen(List.of(node), Map.of());
    this.thread = Thread.ofPlatform().name("leases").daemon().unstarted(this::run);
  }

  /** Takes part from now on. */
  static PostgresLeases start(Server server, String node) {
    PostgresLeases leases = new PostgresLeases(server, node);
    leases.thread.start();
    return leases;
  }

  @Override
  public String node() {
    return node;
  }

  @Override
  public Lease join(String name) {
    HeldLease lease = new HeldLease(name, () -> forget(name));
    synchronized (joined) {
      if (joined.putIfAbsent(name, lease) != null) {
        throw new IllegalStateException("this hub takes part in " + name + " already");
      }
    }
    wake.release();
    return lease;
  }

  @Override
  public List<String> nodes() {
    return seen.nodes();
  }

  @Override
  public Map<String, String> holders() {
    return seen.holders();
  }

  @Override
  public @Nullable String trouble() {
    return trouble;
  }

  @Override
  public void mustStand(Session writer, Hold hold) throws SQLException {
    if (writer.first(STANDS, row -> row.getInt(1), hold.lease(), hold.epoch()).isEmpty()) {
      throw SqlLeases.replaced(hold);
    }
  }

  @Override
  public void close() {
    closed = true;
    wake.release();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void forget(String name) {
    synchronized (joined) {
      joined.remove(name);
      given.add(name);
    }
    wake.release();
  }

  private void run() {
    try (session) {
      while (!closed) {
        once();
        if (wake.tryAcquire(PAUSE.toNanos(), TimeUnit.NANOSECONDS)) {
          wake.drainPermits();
        }
      }
      round.end();
    } catch (SQLException e) {
      LOG.info("others will take over when this hub's time is up: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void once() throws SQLException {
    Map<String, HeldLease> all;
    Set<String> closedNow;
    synchronized (joined) {
      all = new TreeMap<>(joined);
      closedNow = Set.copyOf(given);
    }
    try {
      seen = round.make(all, closedNow);
      trouble = null;
      synchronized (joined) {
        given.removeAll(closedNow);
      }
    } catch (SQLException | RuntimeException e) {
      String why = String.valueOf(e.getMessage());
      if (!why.equals(trouble)) {
        LOG.warn("leases cannot be kept: {}", why);
      }
      trouble = why;
      session.close();
    }
  }
}
