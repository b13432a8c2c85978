package licencehub.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import licencehub.model.Unavailable;

/** When each file that is followed was last changed; equal states mean nothing changed. */
record FolderState(Map<Path, FileTime> files) {
  private static final List<String> FOLLOWED =
      List.of("departments", "licence-types", "items", "grants", "peers");

  static FolderState of(Path folder) {
    Map<Path, FileTime> files = new TreeMap<>();
    for (String each : FOLLOWED) {
      if (Files.exists(folder.resolve(each))) {
        note(folder.resolve(each), files);
      }
    }
    return new FolderState(files);
  }

  private static void note(Path folder, Map<Path, FileTime> files) {
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        files.put(file, Files.getLastModifiedTime(file));
      }
    } catch (IOException | UncheckedIOException e) {
      throw new Unavailable(folder.toString(), "cannot be listed: " + e.getMessage(), e);
    }
  }
}
