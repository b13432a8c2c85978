package licencehub.connectors.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import licencehub.connectors.Events;

/** What a department does in its folder. */
final class Folders {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private Folders() {}

  /** Leaves a file of so many events, by rename. */
  static void drop(Path folder, int count) {
    drop(folder, "a%05d.ndjson".formatted(NUMBER.incrementAndGet()), Events.lines(count));
  }

  static void drop(Path folder, String name, String content) {
    try {
      Path part = Files.writeString(folder.resolve(name + ".part"), content, UTF_8);
      Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every path below the folder with size and time. */
  static Map<String, String> picture(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      Map<String, String> picture = new TreeMap<>();
      for (Path path : paths.toList()) {
        picture.put(
            folder.relativize(path).toString(),
            Files.size(path) + " " + Files.getLastModifiedTime(path));
      }
      return picture;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
