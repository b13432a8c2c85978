package licencehub.library.files;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import licencehub.library.DataKey;
import licencehub.model.Digest;

/**
 * A file as it is written: segments as they come, the head, which needs the digest, at the end.
 * Failures of the disk are {@link IOException}s. Holds two segments in memory.
 */
final class EncryptedFile implements AutoCloseable {
  private final FileChannel out;
  private final Segments segments = Segments.fresh();
  private final byte[] clear = new byte[Segments.CLEAR];
  private int held;
  private long number;

  private EncryptedFile(FileChannel out) {
    this.out = out;
  }

  /** Locked until it is closed, so that no other hub takes it for what a crash left. */
  static EncryptedFile create(Path file) throws IOException {
    FileChannel out = FileChannel.open(file, CREATE_NEW, WRITE);
    out.lock();
    out.position(Segments.HEAD);
    return new EncryptedFile(out);
  }

  /** A full segment is held back until there is more, for it may be the last. */
  void write(byte[] bytes, int length) throws IOException {
    int from = 0;
    while (from < length) {
      if (held == clear.length) {
        segment(false);
      }
      int n = Math.min(length - from, clear.length - held);
      System.arraycopy(bytes, from, clear, held, n);
      held += n;
      from += n;
    }
  }

  /** Returns when all of it is on disk. */
  void finish(DataKey key, Digest digest) throws IOException {
    segment(true);
    ByteBuffer head = ByteBuffer.wrap(segments.head(key, digest));
    while (head.hasRemaining()) {
      out.write(head, head.position());
    }
    out.force(true);
  }

  private void segment(boolean last) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(segments.encrypt(clear, held, number++, last));
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
    held = 0;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
