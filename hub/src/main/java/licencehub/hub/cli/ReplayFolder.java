package licencehub.hub.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import licencehub.hub.files.FolderTree;
import org.jspecify.annotations.Nullable;

/** Where an audit replays: a folder of its own, gone when it ends. */
record ReplayFolder(Path folder) implements AutoCloseable {
  /**
   * @param parent where it is made; null for the system's temporary folder
   */
  static ReplayFolder in(@Nullable Path parent) throws IOException {
    String prefix = "licencehub-";
    return new ReplayFolder(
        parent == null
            ? Files.createTempDirectory(prefix)
            : Files.createTempDirectory(Files.createDirectories(parent), prefix));
  }

  @Override
  public void close() throws IOException {
    FolderTree.remove(folder);
  }
}
