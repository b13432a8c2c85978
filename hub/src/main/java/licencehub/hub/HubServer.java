package licencehub.hub;

import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import licencehub.hub.cli.Launcher;
import licencehub.hub.config.ConfigFolder;
import licencehub.model.Unavailable;

/** One hub in operation: holds its data folder for itself and owns everything that runs. */
public final class HubServer implements Launcher.Running {
  private final HubLock lock;
  private final HubParts parts;
  private final CountDownLatch stopped = new CountDownLatch(1);

  private HubServer(HubLock lock, HubParts parts) {
    this.lock = lock;
    this.parts = parts;
  }

  /**
   * Starts a hub; returns when it takes submissions.
   *
   * @throws Unavailable when another hub runs on the same data folder, or a port is taken
   */
  public static HubServer start(ConfigFolder config, InstantSource clock) {
    HubLock lock = HubLock.take(config.hub().data());
    try {
      return new HubServer(lock, HubParts.start(config, clock));
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  @Override
  public int port() {
    return parts.edge().port();
  }

  @Override
  public void awaitStop() throws InterruptedException {
    stopped.await();
  }

  /** Stops taking, lets what is on its way finish, closes; a second call does nothing. */
  @Override
  public synchronized void close() {
    if (stopped.getCount() > 0) {
      try {
        parts.close();
      } finally {
        lock.close();
        stopped.countDown();
      }
    }
  }
}
