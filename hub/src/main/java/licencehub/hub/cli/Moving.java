package licencehub.hub.cli;

import licencehub.hub.config.ConfigFolder;
import licencehub.library.LibraryMove;

/** What moves the library of a hub that does not run. */
public interface Moving {
  /** From the data folder into the database of the configuration. */
  LibraryMove.Moved move(ConfigFolder config, LibraryMove.Progress progress);
}
