package licencehub.library.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.SortedSet;
import licencehub.library.DataKey;
import licencehub.library.FileStore.DamagedContent;
import licencehub.library.KeyRing;
import licencehub.library.KeyRotation;
import licencehub.library.crypt.RowCipher;
import licencehub.model.Digest;
import licencehub.model.Unavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings files under the current data key, after all rows are: each is decrypted, checked against
 * its digest, and written anew under a key of its own, never wholly in memory. Files that are done
 * are passed over by their heads, so a restart begins again and loses little.
 */
public final class FileRotation implements KeyRotation {
  private static final Logger LOG = LoggerFactory.getLogger(FileRotation.class);
  private static final long BYTES = 16L << 20;

  /** Heads looked at in one step. */
  private static final int LOOKED_AT = 2_000;

  private final KeyRotation rows;
  private final FolderFiles files;
  private final KeyRing ring;
  private final RowCipher cipher;
  private @Nullable Pass pass;

  /**
   * @param rows the rotation of everything that is no file
   */
  public FileRotation(KeyRotation rows, FolderFiles files, KeyRing ring) {
    this.rows = rows;
    this.files = files;
    this.ring = ring;
    this.cipher = new RowCipher(ring);
  }

  @Override
  public synchronized Progress progress() {
    return with(rows.progress());
  }

  @Override
  public synchronized Progress step(int most) {
    Progress before = rows.progress();
    if (!before.isDone() || files.keys().others(ring.currentData()).isEmpty()) {
      Progress after = rows.step(most);
      if (after.moved() > 0 || after.isDone()) {
        return with(after);
      }
    }
    try {
      long moved = step(ring.currentData(), most);
      Progress now = with(rows.progress());
      return new Progress(now.keys(), now.rows(), now.toIndex(), moved, now.stuck());
    } catch (IOException e) {
      throw files.unavailable(e);
    }
  }

  private Progress with(Progress of) {
    SortedSet<Integer> keys = files.keys().others(ring.currentData());
    if (keys.isEmpty()) {
      return of;
    }
    keys.addAll(of.keys());
    try {
      Pass at = pass;
      long left = at == null ? EveryFile.count(files.places().folder()) : at.left;
      long stuck = of.stuck() + (at == null ? 0 : at.stuck);
      return new Progress(keys, of.rows() + left, of.toIndex(), of.moved(), stuck);
    } catch (IOException e) {
      throw files.unavailable(e);
    }
  }

  /** One walk over all files. */
  private static final class Pass {
    private final DataKey key;
    private final EveryFile all;
    private long left;
    private long stuck;

    Pass(DataKey key, EveryFile all, long left) {
      this.key = key;
      this.all = all;
      this.left = left;
    }
  }

  private long step(DataKey now, int most) throws IOException {
    Pass at = pass;
    if (at == null || at.key.id() != now.id() || !at.all.hasNext()) {
      files.keys().watch(now);
      at =
          new Pass(
              now,
              new EveryFile(files.places().folder()),
              EveryFile.count(files.places().folder()));
      pass = at;
    }
    long moved = 0;
    long bytes = 0;
    for (int i = 0; i < LOOKED_AT && moved < most && bytes < BYTES && at.all.hasNext(); i++) {
      Path file = at.all.next();
      long size = again(at, file);
      at.left = Math.max(0, at.left - 1);
      moved += size >= 0 ? 1 : 0;
      bytes += Math.max(0, size);
    }
    if (!at.all.hasNext() && at.stuck == 0 && files.keys().forget(now)) {
      pass = null;
    }
    return moved;
  }

  /** Bytes written; negative when nothing had to be, or could be. */
  private long again(Pass at, Path file) throws IOException {
    String name = file.getFileName().toString();
    boolean waits = name.endsWith(Places.WAITING);
    boolean sealed = waits || name.endsWith(Places.SEALED);
    Digest digest = Digest.parse(name.replace(Places.SEALED, "").replace(Places.WAITING, ""));
    try {
      int key = sealed ? key(file) : 0;
      if (key == at.key.id()) {
        return -1;
      }
      if (key > 0 && ring.findData(key).isEmpty()) {
        throw RowCipher.missing(key, ring);
      }
      return rewritten(at, file, digest, sealed);
    } catch (NoSuchFileException e) {
      return waits && Files.exists(files.places().sealed(digest))
          ? again(at, files.places().sealed(digest))
          : -1;
    } catch (DamagedContent e) {
      at.stuck++;
      LOG.error("a licence file is left as it is: {}", e.getMessage());
      return -1;
    }
  }

  private static int key(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Segments.key(in.readNBytes(Segments.HEAD));
    }
  }

  private long rewritten(Pass at, Path file, Digest digest, boolean sealed) throws IOException {
    Path fresh = files.places().fresh();
    long size = 0;
    try (InputStream stored = Files.newInputStream(file);
        InputStream content =
            new CheckedContent(
                sealed ? new DecryptedContent(stored, digest, cipher) : stored, digest);
        EncryptedFile out = EncryptedFile.create(fresh)) {
      byte[] piece = new byte[Segments.CLEAR];
      for (int n = content.read(piece); n >= 0; n = content.read(piece)) {
        out.write(piece, n);
        size += n;
      }
      out.finish(at.key, digest);
      return files.unreferenced().replace(fresh, file, digest)
          ? size + Math.max(0, again(at, files.places().sealed(digest)))
          : size;
    } catch (Unavailable e) {
      // The data key is there and does not open it: the head was changed.
      throw (IOException) new DamagedContent(digest).initCause(e);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
