package licencehub.hub.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** A folder with everything below it. */
public final class FolderTree {
  private FolderTree() {}

  /** Removes it, following no links; nothing happens where there is none. */
  public static void remove(Path folder) throws IOException {
    if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
        for (Path each : children) {
          remove(each);
        }
      }
    }
    Files.deleteIfExists(folder);
  }
}
