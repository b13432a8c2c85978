package licencehub.library.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import licencehub.library.DataKey;
import licencehub.library.FileStore;
import licencehub.library.KeyRing;
import licencehub.library.crypt.RowCipher;
import licencehub.model.Digest;
import licencehub.model.Unavailable;

/**
 * Files in folders by the first four digits of their digest, encrypted. Content is written under
 * another name, forced to disk, and only then given its own: what has its name is whole, whatever
 * happens. Files from before they were encrypted stand beside, without the ending, and are read as
 * well.
 */
public final class FolderFiles implements FileStore {
  private static final int PIECE = 64 << 10;

  private final Places places;
  private final RowCipher cipher;
  private final KeysInUse keys;
  private final Unreferenced unreferenced;

  private FolderFiles(Places places, KeyRing ring, KeysInUse keys) {
    this.places = places;
    this.cipher = new RowCipher(ring);
    this.keys = keys;
    this.unreferenced = new Unreferenced(places);
  }

  /**
   * Makes nothing before the first file comes; removes what a crash left half written.
   *
   * @param folder of this process alone
   * @throws Unavailable when it cannot be used, or a key that is needed is not on the ring
   */
  public static FolderFiles open(Path folder, KeyRing ring) {
    Places places = new Places(folder);
    try {
      places.clean();
      return new FolderFiles(places, ring, KeysInUse.open(places.folders(), ring));
    } catch (IOException e) {
      throw new Unavailable(folder.toString(), e.toString(), e);
    }
  }

  Places places() {
    return places;
  }

  Unreferenced unreferenced() {
    return unreferenced;
  }

  KeysInUse keys() {
    return keys;
  }

  @Override
  public Put put(InputStream content, long most) throws IOException {
    DataKey key = disk(keys::begin);
    Path fresh = disk(places::fresh);
    try {
      MessageDigest digest = Digest.start();
      try (EncryptedFile file = disk(() -> EncryptedFile.create(fresh))) {
        long size = write(content, most, file, digest);
        if (size > most) {
          return new Put.TooLarge(most);
        }
        Digest name = Digest.wrap(digest.digest());
        disk(() -> finished(file, key, name));
        disk(() -> unreferenced.settle(fresh, name));
        return new Put.Kept(name, size);
      }
    } finally {
      keys.end(key);
      disk(() -> Files.deleteIfExists(fresh));
    }
  }

  @Override
  public Optional<Long> size(Digest digest) {
    return length(places.sealed(digest))
        .or(() -> length(places.waiting(digest)))
        .or(() -> length(places.sealed(digest)))
        .map(Segments::clear)
        .or(() -> length(places.clear(digest)));
  }

  private Optional<Long> length(Path file) {
    try {
      return Optional.of(Files.size(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  @Override
  public boolean refer(Digest digest) {
    return disk(() -> unreferenced.refer(digest));
  }

  @Override
  public int removeUnreferenced(Instant before) {
    return disk(() -> unreferenced.remove(before));
  }

  /**
   * A file that is encrypted or referred to this very moment is found under its new name, if not
   * its old one.
   */
  @Override
  public Optional<InputStream> open(Digest digest) {
    return openSealed(digest, places.sealed(digest))
        .or(() -> openClear(digest))
        .or(() -> openSealed(digest, places.waiting(digest)))
        .or(() -> openSealed(digest, places.sealed(digest)));
  }

  private Optional<InputStream> openSealed(Digest digest, Path place) {
    return opened(place)
        .map(it -> new CheckedContent(new DecryptedContent(it, digest, cipher), digest));
  }

  private Optional<InputStream> openClear(Digest digest) {
    return opened(places.clear(digest)).map(it -> new CheckedContent(it, digest));
  }

  private Optional<InputStream> opened(Path file) {
    try {
      return Optional.of(Files.newInputStream(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  /** Bytes read; more than {@code most} when there were too many. */
  private long write(InputStream content, long most, EncryptedFile file, MessageDigest digest)
      throws IOException {
    byte[] piece = new byte[PIECE];
    long size = 0;
    for (int n = content.read(piece); n >= 0; n = content.read(piece)) {
      size += n;
      if (size > most) {
        return size;
      }
      digest.update(piece, 0, n);
      int length = n;
      disk(() -> written(file, piece, length));
    }
    return size;
  }

  private static EncryptedFile written(EncryptedFile file, byte[] piece, int length)
      throws IOException {
    file.write(piece, length);
    return file;
  }

  private static EncryptedFile finished(EncryptedFile file, DataKey key, Digest digest)
      throws IOException {
    file.finish(key, digest);
    return file;
  }

  /** Something that may fail because of the disk, and not because of who sends. */
  private interface OnDisk<T> {
    T act() throws IOException;
  }

  private <T> T disk(OnDisk<T> act) {
    try {
      return act.act();
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  Unavailable unavailable(IOException e) {
    return new Unavailable("证照文件库 file store " + places.folder(), e.toString(), e);
  }
}
