package licencehub.hub;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import licencehub.hub.config.BackupSection;
import licencehub.hub.config.HubSettings;
import licencehub.hub.files.UnreferencedFiles;
import licencehub.hub.http.HealthItem;
import licencehub.library.Library;
import org.jspecify.annotations.Nullable;

/**
 * What is done to the library from time to time: what has been kept long enough and files that
 * nothing refers to are removed, backups are made.
 *
 * @param backup null where the hub makes none by itself
 */
record Upkeep(RetentionRounds retention, UnreferencedFiles files, @Nullable BackupRounds backup)
    implements AutoCloseable {
  static Upkeep start(
      HubSettings hub, Library library, InstantSource clock, MeterRegistry metrics) {
    BackupSection backup = hub.backup();
    return new Upkeep(
        RetentionRounds.start(library, hub.retention().life(), clock, metrics),
        UnreferencedFiles.start(library, hub.limits().fileOrphans(), clock, metrics),
        backup == null
            ? null
            : BackupRounds.start(new LibraryOpener(hub).backups(), backup, clock, metrics));
  }

  List<HealthItem> health() {
    return backup == null ? List.of() : List.of(backup.health());
  }

  @Override
  public void close() {
    if (backup != null) {
      backup.close();
    }
    files.close();
    retention.close();
  }
}
