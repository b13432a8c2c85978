package licencehub.verification.file;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Objects;
import licencehub.verification.envelope.Refused;

/** A file read at any place, never held in memory. For one thread. */
public final class FileSource implements Closeable {
  private static final int PAGE = 64 * 1024;
  private final FileChannel channel;
  private final long size;

  /** What was read last: a small file is read once. */
  private final byte[] page;

  private long pageAt;
  private int pageSize;

  private FileSource(FileChannel channel) throws IOException {
    this.channel = channel;
    this.size = channel.size();
    this.page = new byte[(int) Math.max(1, Math.min(PAGE, size))];
  }

  public static FileSource open(Path file) throws IOException {
    return new FileSource(FileChannel.open(file));
  }

  /** Its size in bytes when it was opened. */
  public long size() {
    return size;
  }

  /** A piece of the file; one that reaches past its end means that the file was cut off. */
  public byte[] bytes(long at, int length) throws IOException, Refused {
    within(at, length);
    byte[] piece = new byte[length];
    int done = 0;
    while (done < length) {
      int read = read(at + done, piece, done, length - done);
      if (read < 0) {
        throw new EOFException("the file became shorter while it was read");
      }
      done += read;
    }
    return piece;
  }

  /**
   * Reads some bytes.
   *
   * @return how many, or -1 at the end of the file
   */
  public int read(long at, byte[] into, int from, int most) throws IOException {
    if (at < pageAt || at >= pageAt + pageSize) {
      pageSize = 0;
      int read = channel.read(ByteBuffer.wrap(page), at);
      if (read < 0) {
        return read;
      }
      pageAt = at;
      pageSize = read;
    }
    int here = (int) (at - pageAt);
    int count = Math.min(most, pageSize - here);
    System.arraycopy(page, here, into, from, count);
    return count;
  }

  /** The bytes of a piece, one after the other. */
  public InputStream stream(long at, long length) throws Refused {
    within(at, length);
    return new Piece(at, at + length);
  }

  private void within(long at, long length) throws Refused {
    if (at < 0 || length < 0 || at > size - length) {
      throw Faults.unreadable("文件不完整", "the file is cut off");
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private final class Piece extends InputStream {
    private final long end;
    private long at;

    Piece(long at, long end) {
      this.at = at;
      this.end = end;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      Objects.checkFromIndexSize(from, most, into.length);
      if (at >= end) {
        return -1;
      }
      int read = FileSource.this.read(at, into, from, (int) Math.min(most, end - at));
      at += Math.max(read, 0);
      return read;
    }
  }
}
