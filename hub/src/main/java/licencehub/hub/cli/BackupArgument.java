package licencehub.hub.cli;

import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The backup a command is about. */
final class BackupArgument {
  @Parameters(
      index = "0",
      paramLabel = "BACKUP",
      description = {"备份的目录，见 backup list", "folder of the backup, as in backup list"})
  private Path backup = Path.of("");

  Path folder() {
    return backup.toAbsolutePath().normalize();
  }
}
