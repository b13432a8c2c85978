package licencehub.library.files;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import licencehub.library.FileStore;
import licencehub.model.Digest;
import licencehub.model.Unavailable;

/**
 * Files in folders by the first four digits of their digest. Content is written under another name,
 * forced to disk, and only then given its own: what has its name is whole, whatever happens.
 */
public final class FolderFiles implements FileStore {
  private static final int PIECE = 64 << 10;
  private static final int SHARD = 2;
  private static final String INCOMING = "incoming";

  private final Path folder;

  private FolderFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes nothing before the first file comes; removes what a crash left half written.
   *
   * @param folder of this process alone
   */
  public static FolderFiles open(Path folder) {
    Path incoming = folder.resolve(INCOMING);
    if (Files.isDirectory(incoming)) {
      try (DirectoryStream<Path> left = Files.newDirectoryStream(incoming)) {
        for (Path it : left) {
          Files.delete(it);
        }
      } catch (IOException e) {
        throw new Unavailable(folder.toString(), e.toString(), e);
      }
    }
    return new FolderFiles(folder);
  }

  @Override
  public Put put(InputStream content, long most) throws IOException {
    Path fresh = fresh();
    try {
      MessageDigest digest = Sha256.start();
      long size = write(content, most, fresh, digest);
      if (size > most) {
        return new Put.TooLarge(most);
      }
      Digest name = Digest.wrap(digest.digest());
      settle(fresh, place(name));
      return new Put.Kept(name, size);
    } finally {
      disk(() -> Files.deleteIfExists(fresh));
    }
  }

  @Override
  public Optional<Long> size(Digest digest) {
    try {
      return Optional.of(Files.size(place(digest)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  @Override
  public Optional<InputStream> open(Digest digest) {
    try {
      return Optional.of(new CheckedContent(Files.newInputStream(place(digest)), digest));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  private Path place(Digest digest) {
    String hex = digest.toString();
    return folder
        .resolve(hex.substring(0, SHARD))
        .resolve(hex.substring(SHARD, 2 * SHARD))
        .resolve(hex);
  }

  private Path fresh() {
    Path incoming = folder.resolve(INCOMING);
    disk(() -> make(incoming));
    return incoming.resolve(UUID.randomUUID() + ".part");
  }

  /** Bytes written; more than {@code most} when there were too many. */
  private long write(InputStream content, long most, Path fresh, MessageDigest digest)
      throws IOException {
    byte[] piece = new byte[PIECE];
    long size = 0;
    try (FileChannel out = disk(() -> FileChannel.open(fresh, CREATE_NEW, WRITE))) {
      for (int n = content.read(piece); n >= 0; n = content.read(piece)) {
        size += n;
        if (size > most) {
          return size;
        }
        digest.update(piece, 0, n);
        ByteBuffer bytes = ByteBuffer.wrap(piece, 0, n);
        disk(() -> writeAll(out, bytes));
      }
      disk(() -> force(out));
    }
    return size;
  }

  /** The same content may be there already: replacing it changes nothing, or mends it. */
  private void settle(Path fresh, Path place) {
    Path parent = Objects.requireNonNull(place.getParent());
    disk(
        () -> {
          make(parent);
          Files.move(fresh, place, ATOMIC_MOVE);
          return sync(parent);
        });
  }

  /** Makes a folder that is still there after a power cut. */
  private Path make(Path wanted) throws IOException {
    if (!Files.isDirectory(wanted)) {
      Path parent = Objects.requireNonNull(wanted.getParent());
      if (wanted.equals(folder)) {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      } else {
        make(parent);
        try {
          Files.createDirectory(wanted);
        } catch (FileAlreadyExistsException e) {
          return wanted;
        }
      }
      sync(parent);
    }
    return wanted;
  }

  private static Path sync(Path folder) throws IOException {
    try (FileChannel it = FileChannel.open(folder, READ)) {
      it.force(true);
      return folder;
    }
  }

  private static FileChannel writeAll(FileChannel out, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
    return out;
  }

  private static FileChannel force(FileChannel out) throws IOException {
    out.force(true);
    return out;
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

  private Unavailable unavailable(IOException e) {
    return new Unavailable("证照文件库 file store " + folder, e.toString(), e);
  }
}
