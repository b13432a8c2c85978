package licencehub.hub.files;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import licencehub.library.FileStore;
import licencehub.library.Lease;
import licencehub.library.Library;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes files that were sent and that no event has referred to for a time; one hub does. */
public final class UnreferencedFiles implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(UnreferencedFiles.class);
  private static final Duration MOST = Duration.ofHours(1);
  private static final int PARTS = 10;

  private final FileStore files;
  private final Lease lease;
  private final Duration life;
  private final InstantSource clock;
  private final Counter removed;
  private final ScheduledExecutorService background =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("unreferenced-files").factory());

  private UnreferencedFiles(
      Library library, Duration life, InstantSource clock, MeterRegistry metrics) {
    this.files = library.files();
    this.lease = library.leases().join("files");
    this.life = life;
    this.clock = clock;
    this.removed =
        Counter.builder("licencehub.files.removed")
            .description("Licence files removed because no event referred to them in time")
            .register(metrics);
  }

  /**
   * Looks ten times in the life of such a file, and every hour at least.
   *
   * @param life how long a file waits for its event
   */
  public static UnreferencedFiles start(
      Library library, Duration life, InstantSource clock, MeterRegistry metrics) {
    UnreferencedFiles all = new UnreferencedFiles(library, life, clock, metrics);
    long pause = Math.max(1, Math.min(life.toMillis() / PARTS, MOST.toMillis()));
    var unused =
        all.background.scheduleWithFixedDelay(all::look, pause, pause, TimeUnit.MILLISECONDS);
    return all;
  }

  private void look() {
    if (lease.hold().isEmpty()) {
      return;
    }
    try {
      int gone = files.removeUnreferenced(clock.instant().minus(life));
      removed.increment(gone);
      if (gone > 0) {
        LOG.info("{} licence files removed: no event referred to them within {}", gone, life);
      }
    } catch (RuntimeException e) {
      LOG.warn("unreferenced files were not removed: {}", e.toString());
    }
  }

  @Override
  public void close() {
    background.shutdownNow();
  }
}
