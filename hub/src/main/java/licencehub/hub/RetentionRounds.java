package licencehub.hub;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import licencehub.library.Lease;
import licencehub.library.Library;
import licencehub.library.Retention;
import licencehub.library.Retention.Kind;
import licencehub.model.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what has been kept long enough: at the start, and then every hour, by one hub. */
final class RetentionRounds implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RetentionRounds.class);
  private static final int ROWS = 500;
  private static final Duration PAUSE = Duration.ofHours(1);

  /** How soon a hub that takes over begins. */
  private static final Duration LOOK = Duration.ofMinutes(1);

  private final Retention retention;
  private final Map<Kind, Duration> life;
  private final InstantSource clock;
  private final MeterRegistry metrics;
  private final Lease lease;

  /** By the machine's own time: a clock that is set back must not hold it up. */
  private long next = System.nanoTime();

  private final ScheduledExecutorService background =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("retention").factory());

  private RetentionRounds(
      Library library, Map<Kind, Duration> life, InstantSource clock, MeterRegistry metrics) {
    this.retention = library.retention();
    this.lease = library.leases().join("retention");
    this.life = life;
    this.clock = clock;
    this.metrics = metrics;
  }

  static RetentionRounds start(
      Library library, Map<Kind, Duration> life, InstantSource clock, MeterRegistry metrics) {
    RetentionRounds rounds = new RetentionRounds(library, life, clock, metrics);
    var unused =
        rounds.background.scheduleWithFixedDelay(rounds::go, 0, LOOK.toSeconds(), TimeUnit.SECONDS);
    return rounds;
  }

  private void go() {
    if (lease.hold().isEmpty() || System.nanoTime() - next < 0) {
      return;
    }
    try {
      next = System.nanoTime() + PAUSE.toNanos();
      life.forEach(this::remove);
    } catch (Unavailable e) {
      LOG.warn("what was kept long enough was not removed yet: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("what was kept long enough was not removed", e);
    }
  }

  /** Little by little: others write in between. */
  private void remove(Kind kind, Duration kept) {
    String name = kind.name().toLowerCase(Locale.ROOT);
    Counter counter =
        Counter.builder("licencehub.retention.removed")
            .description("Rows removed because they had been kept long enough")
            .tag("kind", name)
            .register(metrics);
    long all = 0;
    int gone;
    do {
      gone = retention.remove(kind, clock.instant().minus(kept), ROWS);
      counter.increment(gone);
      all += gone;
    } while (gone == ROWS && !background.isShutdown() && lease.hold().isPresent());
    if (all > 0) {
      LOG.info("{} rows of {} removed: kept for {}", all, name, kept);
    }
  }

  @Override
  public void close() {
    background.shutdown();
    try {
      if (!background.awaitTermination(30, TimeUnit.SECONDS)) {
        LOG.warn("the retention round has not ended");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
