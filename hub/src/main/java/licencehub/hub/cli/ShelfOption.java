package licencehub.hub.cli;

import java.nio.file.Path;
import licencehub.hub.backup.Shelf;
import licencehub.hub.config.BackupSection;
import licencehub.hub.config.ConfigFolder;
import licencehub.model.Text;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --folder DIR}: where backups are, if not where {@code hub.yaml} says. */
final class ShelfOption {
  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = {
        "备份所在目录（默认 hub.yaml 的 backup.folder）",
        "where backups are kept (default: backup.folder of hub.yaml)"
      })
  private @Nullable Path folder;

  Shelf shelf(ConfigFolder config) {
    BackupSection section = config.hub().backup();
    Path chosen = folder;
    if (chosen == null && section != null) {
      chosen = section.folder();
    }
    if (chosen == null) {
      throw new CommandFailed(
          Exit.USAGE,
          Text.of("hub.yaml 没有写明备份目录", "hub.yaml names no folder for backups"),
          Text.of("加上 --folder DIR，或写上 backup.folder", "add --folder DIR, or set backup.folder"));
    }
    return new Shelf(chosen.toAbsolutePath().normalize());
  }
}
