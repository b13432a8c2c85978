package licencehub.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A folder for one run, gone afterwards. */
record ScratchFolder(Path path) implements AutoCloseable {
  static ScratchFolder make() throws IOException {
    return new ScratchFolder(Files.createTempDirectory("licencehub-bench"));
  }

  @Override
  public void close() throws IOException {
    try (var all = Files.walk(path)) {
      for (Path it : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(it);
      }
    }
  }
}
