package licencehub.hub.backup;

import java.nio.file.Path;

/** One backup where it lies. */
public record Backup(Path folder, Manifest manifest) {
  static final String LIBRARY = "library";

  Path library() {
    return folder.resolve(LIBRARY);
  }
}
