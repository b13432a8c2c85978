package licencehub.library.files;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import licencehub.library.DataKey;
import licencehub.library.KeyRing;
import licencehub.library.crypt.RowCipher;

/**
 * Which data keys files may be under, 0 being the clear: a small file beside them, written before
 * the first file under a new key and when nothing is left under an old one.
 */
final class KeysInUse {
  /** Named as the library's own files are, none of which is content. */
  private static final String NAME = "library.keys";

  private final DurableFolders folders;
  private final KeyRing ring;
  private final SortedSet<Integer> keys;

  /** How many files are being written under each key. */
  private final Map<Integer, Integer> underWay = new HashMap<>();

  /** Whether a file was finished under another key than this since it was last asked. */
  private int watched;

  private boolean others;

  private KeysInUse(DurableFolders folders, KeyRing ring, SortedSet<Integer> keys) {
    this.folders = folders;
    this.ring = ring;
    this.keys = keys;
  }

  /**
   * Files without such a note are from before they were encrypted.
   *
   * @throws licencehub.model.Unavailable when a key that is needed is not on the ring
   */
  static KeysInUse open(DurableFolders folders, KeyRing ring) throws IOException {
    SortedSet<Integer> keys = new TreeSet<>();
    Path note = folders.top().resolve(NAME);
    if (Files.exists(note)) {
      Files.readAllLines(note, US_ASCII).forEach(it -> keys.add(Integer.valueOf(it)));
    } else if (Files.isDirectory(folders.top())) {
      keys.add(0);
    }
    for (int key : keys) {
      if (key > 0 && ring.findData(key).isEmpty()) {
        throw RowCipher.missing(key, ring);
      }
    }
    return new KeysInUse(folders, ring, keys);
  }

  /** The key to write a file with; it is noted when this returns. */
  synchronized DataKey begin() throws IOException {
    DataKey now = ring.currentData();
    if (keys.add(now.id())) {
      try {
        write();
      } catch (IOException e) {
        keys.remove(now.id());
        throw e;
      }
    }
    underWay.merge(now.id(), 1, Integer::sum);
    return now;
  }

  /** The file is there, or will never be. */
  synchronized void end(DataKey key) {
    underWay.merge(key.id(), -1, Integer::sum);
    others |= key.id() != watched;
  }

  /** The other keys files may be under. */
  synchronized SortedSet<Integer> others(DataKey now) {
    SortedSet<Integer> left = new TreeSet<>(keys);
    left.remove(now.id());
    return left;
  }

  /** From here on {@link #forget} wants to know of files under other keys. */
  synchronized void watch(DataKey now) {
    watched = now.id();
    others =
        underWay.entrySet().stream().anyMatch(it -> it.getKey() != watched && it.getValue() > 0);
  }

  /**
   * Forgets all other keys, unless a file came under one of them meanwhile.
   *
   * @return whether it did
   */
  synchronized boolean forget(DataKey now) throws IOException {
    boolean alone =
        watched == now.id()
            && !others
            && underWay.entrySet().stream()
                .noneMatch(it -> it.getKey() != watched && it.getValue() > 0);
    if (alone) {
      keys.removeIf(it -> it != watched);
      write();
    }
    return alone;
  }

  private void write() throws IOException {
    folders.make(folders.top());
    Path note = folders.top().resolve(NAME);
    Path fresh = folders.top().resolve(NAME + ".new");
    StringBuilder lines = new StringBuilder();
    keys.forEach(it -> lines.append(it).append('\n'));
    try (FileChannel out = FileChannel.open(fresh, CREATE, WRITE, TRUNCATE_EXISTING)) {
      ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(US_ASCII));
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    Files.move(fresh, note, ATOMIC_MOVE);
    DurableFolders.sync(folders.top());
  }
}
