package licencehub.library.files;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/**
 * Makes folders that are still there after a power cut, all below one that only the owner may look
 * into.
 */
record DurableFolders(Path top) {
  Path make(Path wanted) throws IOException {
    if (!Files.isDirectory(wanted)) {
      Path parent = Objects.requireNonNull(wanted.getParent());
      if (wanted.equals(top)) {
        Files.createDirectories(top);
        Files.setPosixFilePermissions(top, PosixFilePermissions.fromString("rwx------"));
      } else {
        make(parent);
        try {
          Files.createDirectory(wanted);
        } catch (FileAlreadyExistsException e) {
          return wanted;
        }
      }
      sync(parent);
    }
    return wanted;
  }

  /** What was moved into or out of it is so after a power cut too. */
  static Path sync(Path folder) throws IOException {
    try (FileChannel it = FileChannel.open(folder, READ)) {
      it.force(true);
      return folder;
    }
  }
}
