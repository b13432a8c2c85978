package licencehub.demo.stage;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import licencehub.model.Unavailable;

/** The licence types and items that ship with the hub, as files the demo's hub reads. */
final class ShippedDirectory {
  private static final String PLACE = "/licencehub/demo/config";
  private static final List<String> FOLDERS = List.of("licence-types", "items");

  private ShippedDirectory() {}

  /** One at a time: a jar is opened as a file system once. */
  static synchronized void copyTo(Path config) {
    try {
      URI here = Objects.requireNonNull(ShippedDirectory.class.getResource(PLACE)).toURI();
      if (here.getScheme().equals("jar")) {
        try (FileSystem jar = FileSystems.newFileSystem(here, Map.of())) {
          copy(jar.getPath(PLACE), config);
        }
      } else {
        copy(Path.of(here), config);
      }
    } catch (IOException | URISyntaxException e) {
      throw new Unavailable("demo", "its licence types cannot be copied: " + e, e);
    }
  }

  private static void copy(Path from, Path config) throws IOException {
    for (String folder : FOLDERS) {
      Path to = Files.createDirectories(config.resolve(folder));
      try (Stream<Path> files = Files.list(from.resolve(folder))) {
        for (Path file : files.toList()) {
          Path copy = to.resolve(file.getFileName().toString());
          Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }
}
