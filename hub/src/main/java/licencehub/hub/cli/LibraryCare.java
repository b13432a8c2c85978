package licencehub.hub.cli;

import java.nio.file.Path;
import licencehub.hub.audit.Audit;
import licencehub.hub.audit.AuditReport;
import licencehub.hub.backup.Backups;
import licencehub.hub.backup.Restored;
import licencehub.hub.config.ConfigFolder;
import licencehub.library.LibraryMove;
import licencehub.library.ProgressListener;

/** What is done to a hub's library as a whole. */
public interface LibraryCare {
  /**
   * Audits the hub's library, beside the running hub or without one.
   *
   * @param scratch a folder to replay in; holds a second library meanwhile
   */
  AuditReport audit(ConfigFolder config, Audit audit, Path scratch, ProgressListener progress);

  /**
   * Its backups, beside the running hub or without one.
   *
   * @throws licencehub.model.Unavailable when the keys are not there
   */
  Backups backups(ConfigFolder config);

  /**
   * Goes on from a backup; the hub must not be running.
   *
   * @throws licencehub.model.Unavailable when it is, or the disk does not allow it
   */
  Restored restore(ConfigFolder config, Path backup, ProgressListener progress);

  /**
   * Moves it from the data folder into the database of the configuration; the hub must not be
   * running.
   */
  LibraryMove.Moved move(ConfigFolder config, ProgressListener progress);
}
