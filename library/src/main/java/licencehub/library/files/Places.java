package licencehub.library.files;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import licencehub.model.Digest;

/** Where files stand in the folder of a store. */
record Places(Path folder) {
  /** How names of encrypted files end that an event refers to. */
  static final String SEALED = ".sealed";

  /** How names of those end that no event has referred to yet; they have a folder of their own. */
  static final String WAITING = ".waiting";

  private static final String WAITING_ROOM = "waiting";

  private static final int SHARD = 2;
  static final String INCOMING = "incoming";

  DurableFolders folders() {
    return new DurableFolders(folder);
  }

  /** Removes what a crash left half written; what another hub is writing it holds a lock on. */
  void clean() throws IOException {
    Path incoming = folder.resolve(INCOMING);
    if (Files.isDirectory(incoming)) {
      try (DirectoryStream<Path> left = Files.newDirectoryStream(incoming)) {
        for (Path it : left) {
          if (isLeft(it)) {
            Files.deleteIfExists(it);
          }
        }
      }
    }
  }

  private static boolean isLeft(Path half) throws IOException {
    try (FileChannel file = FileChannel.open(half, WRITE);
        FileLock lock = file.tryLock()) {
      return lock != null;
    } catch (OverlappingFileLockException | NoSuchFileException e) {
      return false;
    }
  }

  Path sealed(Digest digest) {
    return clear(digest).resolveSibling(digest + SEALED);
  }

  Path waiting(Digest digest) {
    return waitingRoom().resolve(digest + WAITING);
  }

  Path waitingRoom() {
    return folder.resolve(WAITING_ROOM);
  }

  /** Where a file from before they were encrypted stands. */
  Path clear(Digest digest) {
    String hex = digest.toString();
    return folder
        .resolve(hex.substring(0, SHARD))
        .resolve(hex.substring(SHARD, 2 * SHARD))
        .resolve(hex);
  }

  /** A name for a file that is not whole yet. */
  Path fresh() throws IOException {
    return folders().make(folder.resolve(INCOMING)).resolve(UUID.randomUUID() + ".part");
  }

  /** The same content may be there already: replacing it changes nothing, or mends it. */
  Path settle(Path fresh, Path place) throws IOException {
    Path parent = Objects.requireNonNull(place.getParent());
    folders().make(parent);
    Files.move(fresh, place, ATOMIC_MOVE);
    DurableFolders.sync(parent);
    return place;
  }

  /** What stands under another name, too, from before it was encrypted. */
  void removeClear(Digest digest) throws IOException {
    Path clear = clear(digest);
    if (Files.deleteIfExists(clear)) {
      DurableFolders.sync(Objects.requireNonNull(clear.getParent()));
    }
  }
}
