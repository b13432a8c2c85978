package licencehub.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import licencehub.demo.players.Casting;
import licencehub.demo.players.Reconciliation;
import licencehub.demo.players.Troupe;
import licencehub.demo.stage.Authority;
import licencehub.demo.stage.ConfigWriter;
import licencehub.demo.stage.DemoState;
import licencehub.demo.stage.DropServer;
import licencehub.demo.stage.HubClient;
import licencehub.demo.stage.HubProcess;
import licencehub.demo.stage.Secrets;
import licencehub.demo.stage.Stage;
import licencehub.demo.stage.TablesServer;
import licencehub.model.Unavailable;

/** A whole demo in operation: hub, departments, servers; closes all of it. */
public final class Play implements AutoCloseable {
  private static final Duration YEAR = Duration.ofDays(365);
  private final Stage stage;
  private final TablesServer tables;
  private final DropServer drops;
  private final Troupe troupe;
  private final HubClient client;
  private volatile HubProcess hub;

  private Play(
      Stage stage,
      TablesServer tables,
      DropServer drops,
      HubProcess hub,
      Troupe troupe,
      HubClient client) {
    this.stage = stage;
    this.tables = tables;
    this.drops = drops;
    this.hub = hub;
    this.troupe = troupe;
    this.client = client;
  }

  /**
   * Sets everything up in a fresh folder and starts it.
   *
   * @param flawed share of cases with something wrong, in percent
   */
  public static Play begin(Stage stage, double flawed, InstantSource clock) {
    Path folder = stage.folder();
    DemoState.clear(folder);
    Instant now = clock.instant();
    Authority authority = new Authority(stage.config(), stage.outside().resolve("keys"));
    authority.establish(stage.bodies(), now);
    Secrets secrets = new Secrets(stage.config().resolve("secrets"));
    TablesServer tables = TablesServer.start(stage, secrets);
    DropServer drops = DropServer.start(stage, secrets);
    new ConfigWriter(stage, secrets, drops.fingerprint()).write();
    HubProcess hub = HubProcess.start(stage);
    Troupe troupe = new Casting(stage, authority, secrets, clock).troupe(flawed, now.minus(YEAR));
    Play play = new Play(stage, tables, drops, hub, troupe, new HubClient(stage, clock));
    play.keepState();
    return play;
  }

  public Stage stage() {
    return stage;
  }

  public Troupe troupe() {
    return troupe;
  }

  public HubClient client() {
    return client;
  }

  public HubProcess hub() {
    return hub;
  }

  /** Starts the hub again when somebody killed it; whether that was needed. */
  public synchronized boolean restartIfDead() {
    boolean dead = !hub.isAlive();
    if (dead) {
      hub = HubProcess.start(stage);
      keepState();
    }
    return dead;
  }

  /** Kills the hub and starts it again. */
  public void crash() {
    hub.kill();
    restartIfDead();
  }

  /** Waits until the hub has an outcome for everything sent, or nothing moves any more. */
  public Reconciliation reconcile(Duration patience) {
    Reconciliation now = compare();
    long moved = System.nanoTime();
    while (!now.settled() && System.nanoTime() - moved < patience.toNanos()) {
      pause();
      Reconciliation next = compare();
      if (next.became() != now.became()) {
        moved = System.nanoTime();
      }
      now = next;
    }
    return now;
  }

  /** Both sides' books as they are now. */
  public Reconciliation compare() {
    return Reconciliation.of(troupe.expected(), client.outcomes());
  }

  private void keepState() {
    new DemoState(ProcessHandle.current().pid(), hub.pid(), stage.bodies().size(), stage.ports())
        .keep(stage.folder());
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("demo", "stopped while reconciling", e);
    }
  }

  @Override
  public void close() {
    troupe.close();
    client.close();
    hub.close();
    tables.close();
    drops.close();
  }
}
