package licencehub.hub.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Semaphore;
import licencehub.model.Unavailable;

/**
 * Where files stand while they are looked at: a folder only the hub's account reads, emptied at
 * every start. Each file has a greatest size, and only so many stand there at once.
 */
public final class Scratch {
  private static final int PIECE = 64 << 10;

  private final Path folder;
  private final long most;
  private final Semaphore places;

  private Scratch(Path folder, long most, int atOnce) {
    this.folder = folder;
    this.most = most;
    this.places = new Semaphore(atOnce);
  }

  /**
   * @param most bytes of one file
   * @param atOnce files that may stand there at the same time
   * @throws Unavailable when the folder cannot be used
   */
  public static Scratch open(Path folder, long most, int atOnce) {
    try {
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
        for (Path it : left) {
          Files.delete(it);
        }
      }
      return new Scratch(folder, most, atOnce);
    } catch (IOException e) {
      throw new Unavailable(folder.toString(), e.toString(), e);
    }
  }

  /** What became of taking a file in; closing it removes the file. */
  public sealed interface Received extends AutoCloseable {
    @Override
    default void close() {}

    /** It is there, whole. */
    record Whole(Path path, long bytes, Runnable release) implements Received {
      @Override
      public void close() {
        release.run();
      }
    }

    /** It has more bytes than are taken; none of them is kept. */
    record TooLarge(long most) implements Received {}

    /** Too many are being looked at now; nothing was read. */
    record Crowded() implements Received {}
  }

  /**
   * Takes a file in, piece by piece.
   *
   * @param announced its size where the sender told, else negative
   * @throws IOException when the sender stops sending
   * @throws Unavailable when the disk does not take it
   */
  public Received receive(InputStream in, long announced) throws IOException {
    if (announced > most) {
      return new Received.TooLarge(most);
    }
    if (!places.tryAcquire()) {
      return new Received.Crowded();
    }
    Path file = null;
    boolean whole = false;
    try {
      Path fresh = fresh();
      file = fresh;
      long bytes = copy(in, fresh);
      whole = bytes <= most;
      return whole
          ? new Received.Whole(fresh, bytes, () -> release(fresh))
          : new Received.TooLarge(most);
    } finally {
      if (!whole) {
        release(file);
      }
    }
  }

  /** An empty file to write to; whoever asks removes it. */
  public Path fresh() {
    try {
      return Files.createTempFile(folder, "file", ".part");
    } catch (IOException e) {
      throw new Unavailable(folder.toString(), e.toString(), e);
    }
  }

  /** Bytes read; more than {@link #most} when there were too many. */
  private long copy(InputStream in, Path file) throws IOException {
    byte[] piece = new byte[PIECE];
    long bytes = 0;
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int n = in.read(piece); n >= 0 && bytes <= most; n = in.read(piece)) {
        bytes += n;
        write(out, piece, n);
      }
    }
    return bytes;
  }

  /** A full disk is the hub's trouble, not the sender's. */
  private void write(OutputStream out, byte[] piece, int length) {
    try {
      out.write(piece, 0, length);
    } catch (IOException e) {
      throw new Unavailable(folder.toString(), e.toString(), e);
    }
  }

  private void release(@org.jspecify.annotations.Nullable Path file) {
    places.release();
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new Unavailable(folder.toString(), e.toString(), e);
    }
  }
}
