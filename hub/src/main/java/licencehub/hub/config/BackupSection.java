package licencehub.hub.config;

import java.nio.file.Path;
import java.time.Duration;
import licencehub.model.Text;
import org.jspecify.annotations.Nullable;

/**
 * Where backups go, how often, and how many stay.
 *
 * @param keep the newest that are kept, one at least
 */
public record BackupSection(Path folder, Duration every, int keep) {
  private static final String EMBEDDED = "sqlite";
  private static final Duration USUAL = Duration.ofDays(1);
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final int KEPT = 7;

  /** Null where the hub makes none by itself. */
  static @Nullable BackupSection read(Tree backup, PointedFiles files) {
    return backup.isPresent()
        ? new BackupSection(
            files.path(backup.get("folder")),
            backup.get("every").duration(USUAL),
            backup.get("keep").number(KEPT))
        : null;
  }

  /** Backups in the data folder are lost with it. */
  static void check(Tree backup, Tree hub, PointedFiles files) {
    if (!backup.isPresent()) {
      return;
    }
    Tree data = hub.get("data").get("folder");
    if (!hub.get("library").get("engine").text().equals(EMBEDDED)) {
      backup.wrong(
          Text.of("枢纽只备份内嵌引擎", "the hub makes backups of the embedded engine alone"),
          Text.of("删去 backup，用数据库自己的备份", "remove backup, and use the database's own"));
    }
    Tree every = backup.get("every");
    if (every.duration(USUAL).compareTo(SHORTEST) < 0) {
      every.wrong(
          Text.of("备份间隔太短", "this is too short a time between backups"),
          Text.of("例如 P1D", "for example P1D"));
    }
    Tree folder = backup.get("folder");
    if (folder.node().isString()
        && data.node().isString()
        && files.path(folder).startsWith(files.path(data))) {
      folder.wrong(
          Text.of("备份放在数据目录之内", "backups would lie in the data folder"),
          Text.of("换一个目录，最好在另一块磁盘上", "choose another, best on another disk"));
    }
  }
}
