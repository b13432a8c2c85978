package licencehub.library.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import licencehub.model.Digest;

/**
 * Which files no event has referred to yet: each has an empty file of its name in a folder beside,
 * as old as its last coming. Putting in, referring to and removing happen one after the other, so
 * that a file is either there for its event or said to be absent. Files from before are referred
 * to.
 */
final class Unreferenced {
  private static final String WAITING = "waiting";
  private final Places places;
  private final Path waiting;

  Unreferenced(Places places) {
    this.places = places;
    this.waiting = places.folder().resolve(WAITING);
  }

  /** Gives new content its name; until an event refers to it, it waits. */
  synchronized Path settle(Path fresh, Digest digest) throws IOException {
    Path mark = mark(digest);
    if (!isThere(digest) || Files.exists(mark)) {
      places.folders().make(waiting);
      Files.deleteIfExists(mark);
      Files.createFile(mark);
      DurableFolders.sync(waiting);
    }
    return places.settle(fresh, digest);
  }

  /** Puts content in the place of what stands there, unless that was removed meanwhile. */
  synchronized boolean replace(Path fresh, Digest digest) throws IOException {
    boolean there = isThere(digest);
    if (there) {
      places.settle(fresh, digest);
    }
    return there;
  }

  /**
   * Content does not wait any longer; when this returns that is on disk.
   *
   * @return false when it is not there
   */
  synchronized boolean refer(Digest digest) throws IOException {
    if (Files.deleteIfExists(mark(digest))) {
      DurableFolders.sync(waiting);
    }
    return isThere(digest);
  }

  /**
   * Removes what has waited since before then, content first: a crash leaves no more than marks.
   */
  int remove(Instant before) throws IOException {
    int removed = 0;
    for (Path mark : marks()) {
      removed += removed(mark, before) ? 1 : 0;
    }
    return removed;
  }

  private List<Path> marks() throws IOException {
    if (!Files.isDirectory(waiting)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(waiting)) {
      return all.toList();
    }
  }

  private synchronized boolean removed(Path mark, Instant before) throws IOException {
    try {
      if (!Files.getLastModifiedTime(mark).toInstant().isBefore(before)) {
        return false;
      }
    } catch (NoSuchFileException e) {
      return false;
    }
    Digest digest = Digest.parse(mark.getFileName().toString());
    boolean there = Files.deleteIfExists(places.sealed(digest));
    if (there) {
      DurableFolders.sync(Objects.requireNonNull(places.sealed(digest).getParent()));
    }
    Files.deleteIfExists(mark);
    DurableFolders.sync(waiting);
    return there;
  }

  private boolean isThere(Digest digest) {
    return Files.exists(places.sealed(digest)) || Files.exists(places.clear(digest));
  }

  private Path mark(Digest digest) {
    return waiting.resolve(digest.toString());
  }
}
