package licencehub.library.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

/**
 * All content below a folder, a shard at a time; what comes in meanwhile may be missed. First what
 * no event refers to yet: what one begins to refer to meanwhile is met later, in its shard.
 */
final class EveryFile {
  private static final String SHARD = "[0-9a-f]{2}";

  private final Deque<Path> shards = new ArrayDeque<>();
  private final Deque<Path> files = new ArrayDeque<>();

  EveryFile(Path folder) throws IOException {
    for (Path it : inside(new Places(folder).waitingRoom())) {
      if (it.getFileName().toString().endsWith(Places.WAITING)) {
        files.add(it);
      }
    }
    for (Path outer : inside(folder)) {
      if (outer.getFileName().toString().matches(SHARD)) {
        shards.addAll(inside(outer));
      }
    }
  }

  boolean hasNext() throws IOException {
    while (files.isEmpty() && !shards.isEmpty()) {
      files.addAll(inside(shards.pop()));
    }
    return !files.isEmpty();
  }

  Path next() throws IOException {
    if (!hasNext()) {
      throw new NoSuchElementException("no file is left");
    }
    return files.pop();
  }

  /** How many there are. */
  static long count(Path folder) throws IOException {
    EveryFile all = new EveryFile(folder);
    long count = 0;
    while (all.hasNext()) {
      all.next();
      count++;
    }
    return count;
  }

  private static List<Path> inside(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }
}
