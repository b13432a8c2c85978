package licencehub.library.files;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import licencehub.model.Digest;

/**
 * Which files no event has referred to yet: they have a name of their own, and get their lasting
 * one when an event refers to them. That is one renaming, which the file system does or does not:
 * so a file is either there for its event or said to be absent, however many hubs share the folder
 * and whenever one of them stands still. Only what has the other name is ever removed.
 */
final class Unreferenced {
  /** What is being removed. */
  private static final String LEAVING = ".leaving";

  private final Places places;

  Unreferenced(Places places) {
    this.places = places;
  }

  /** Gives new content its name; until an event refers to it, it waits. */
  Path settle(Path fresh, Digest digest) throws IOException {
    boolean lasts = lasts(digest);
    Path place = lasts ? places.sealed(digest) : places.waiting(digest);
    places.settle(fresh, place);
    if (lasts) {
      places.removeClear(digest);
    }
    return place;
  }

  /**
   * Puts content in the place of what stands there, unless that was removed meanwhile.
   *
   * @param former the name it stood under when it was read
   * @return whether content of another name is there now: an event may have referred to it
   *     meanwhile
   */
  boolean replace(Path fresh, Path former, Digest digest) throws IOException {
    boolean waits = former.equals(places.waiting(digest));
    Path place = waits ? former : places.sealed(digest);
    if (Files.exists(former)) {
      if (waits) {
        Files.setLastModifiedTime(fresh, Files.getLastModifiedTime(former));
      }
      places.settle(fresh, place);
      if (!waits) {
        places.removeClear(digest);
      }
    }
    return waits && Files.exists(places.sealed(digest));
  }

  /**
   * Content does not wait any longer; when this returns that is on disk.
   *
   * @return false when it is not there
   */
  boolean refer(Digest digest) throws IOException {
    Path place = places.sealed(digest);
    try {
      Path parent = places.folders().make(Objects.requireNonNull(place.getParent()));
      Files.move(places.waiting(digest), place, ATOMIC_MOVE);
      DurableFolders.sync(parent);
      DurableFolders.sync(places.waitingRoom());
      return true;
    } catch (NoSuchFileException e) {
      return lasts(digest);
    }
  }

  /** Removes what has waited since before then. */
  int remove(Instant before) throws IOException {
    int removed = 0;
    for (Path file : waiting()) {
      String name = file.getFileName().toString();
      if (name.endsWith(LEAVING)) {
        removed += decided(file, before) ? 1 : 0; // of a hub that got no further
      } else if (name.endsWith(Places.WAITING) && isOlder(file, before)) {
        removed += removed(file, before) ? 1 : 0;
      }
    }
    return removed;
  }

  private List<Path> waiting() throws IOException {
    if (!Files.isDirectory(places.waitingRoom())) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(places.waitingRoom())) {
      return all.toList();
    }
  }

  /**
   * Takes it away under a name nobody else knows, and looks again: the same content may have come
   * anew at that moment.
   */
  private boolean removed(Path file, Instant before) throws IOException {
    String digest = file.getFileName().toString().replace(Places.WAITING, "");
    Path away = file.resolveSibling(digest + "." + UUID.randomUUID() + LEAVING);
    try {
      Files.move(file, away, ATOMIC_MOVE);
    } catch (NoSuchFileException e) {
      return false;
    }
    return decided(away, before);
  }

  /** Whether it is gone; otherwise it waits as before. */
  private boolean decided(Path away, Instant before) throws IOException {
    boolean gone = isOlder(away, before) && Files.deleteIfExists(away);
    if (!gone) {
      String name = away.getFileName().toString();
      try {
        Files.move(away, places.waiting(Digest.parse(name.substring(0, name.indexOf('.')))));
      } catch (NoSuchFileException e) {
        return false; // another hub has decided
      } catch (FileAlreadyExistsException e) {
        Files.deleteIfExists(away); // it has come once more
      }
    }
    DurableFolders.sync(places.waitingRoom());
    return gone;
  }

  private static boolean isOlder(Path file, Instant before) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(before);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private boolean lasts(Digest digest) {
    return Files.exists(places.sealed(digest)) || Files.exists(places.clear(digest));
  }
}
