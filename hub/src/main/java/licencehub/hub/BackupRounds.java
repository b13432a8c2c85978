package licencehub.hub;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import licencehub.hub.backup.Backups;
import licencehub.hub.backup.Shelf;
import licencehub.hub.config.BackupSection;
import licencehub.hub.http.HealthItem;
import licencehub.model.Text;
import licencehub.model.Unavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a backup whenever the newest one is old enough, and removes those beyond the number. */
final class BackupRounds implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BackupRounds.class);
  private static final int LATE = 2;
  private static final int MOST_SECONDS = 60;
  private static final int PARTS = 10;

  private final Backups backups;
  private final BackupSection section;
  private final Shelf shelf;
  private final InstantSource clock;
  private volatile @Nullable Instant newest;
  private volatile @Nullable String trouble;
  private final ScheduledExecutorService background =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("backup").factory());

  private BackupRounds(Backups backups, BackupSection section, InstantSource clock) {
    this.backups = backups;
    this.section = section;
    this.shelf = new Shelf(section.folder());
    this.clock = clock;
    this.newest = shelf.newest().map(it -> it.manifest().madeAt()).orElse(null);
  }

  static BackupRounds start(
      Backups backups, BackupSection section, InstantSource clock, MeterRegistry metrics) {
    BackupRounds rounds = new BackupRounds(backups, section, clock);
    Gauge.builder("licencehub.backup.age", rounds, BackupRounds::age)
        .description("How old the newest backup is; NaN while there is none")
        .baseUnit("seconds")
        .register(metrics);
    long pause = Math.clamp(section.every().toSeconds() / PARTS, 1, MOST_SECONDS);
    var unused = rounds.background.scheduleWithFixedDelay(rounds::go, 0, pause, TimeUnit.SECONDS);
    return rounds;
  }

  /** Whether the newest backup is as new as it should be. */
  HealthItem health() {
    Instant last = newest;
    String why = trouble;
    if (why != null) {
      return HealthItem.troubled(
          "backup", false, Text.of("备份失败：" + why, "the backup failed: " + why));
    }
    Duration most = section.every().multipliedBy(LATE);
    boolean late = last != null && last.plus(most).isBefore(clock.instant());
    return HealthItem.of(
        "backup",
        false,
        late ? Text.of("最近一次备份是 " + last, "the newest backup is of " + last) : null);
  }

  private double age() {
    return Optional.ofNullable(newest)
        .map(it -> Duration.between(it, clock.instant()).toMillis() / 1000.0)
        .orElse(Double.NaN);
  }

  private void go() {
    Instant last = newest;
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    // One of a day to come was made while the clock was wrong, and must not hold up the next.
    boolean isNew = last != null && !last.isAfter(now) && last.plus(section.every()).isAfter(now);
    if (isNew) {
      return;
    }
    try {
      var made = backups.make(shelf, now, (done, total) -> {});
      newest = now;
      trouble = null;
      int gone = shelf.keep(section.keep(), now);
      LOG.info(
          "backup {}: {} entries; {} older ones removed",
          made.folder(),
          made.manifest().entries(),
          gone);
    } catch (Unavailable e) {
      trouble = e.getMessage();
      LOG.warn("no backup could be made: {}", e.getMessage());
    } catch (RuntimeException e) {
      trouble = e.getClass().getSimpleName();
      LOG.error("no backup could be made", e);
    }
  }

  @Override
  public void close() {
    background.shutdown();
    try {
      if (!background.awaitTermination(30, TimeUnit.SECONDS)) {
        LOG.warn("a backup is still being made; it is given up");
        background.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
