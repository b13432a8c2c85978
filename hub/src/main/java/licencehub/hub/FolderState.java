package licencehub.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import licencehub.model.Unavailable;

/** When each file below a folder was last changed; equal states mean nothing changed. */
record FolderState(Map<Path, FileTime> files) {
  static FolderState of(Path folder) {
    Map<Path, FileTime> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(folder.resolve("departments"))) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        files.put(file, Files.getLastModifiedTime(file));
      }
    } catch (IOException e) {
      throw new Unavailable(folder.toString(), "cannot be listed: " + e.getMessage(), e);
    }
    return new FolderState(files);
  }
}
