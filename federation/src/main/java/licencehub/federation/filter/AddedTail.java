package licencehub.federation.filter;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import licencehub.model.MalformedValue;
import licencehub.model.Text;

/**
 * The hashes added last, in a file that is only appended to: 12 bytes that tell the version before
 * the first (8) with their CRC-32C (4), then for each hash 16 bytes and the CRC-32C of its version
 * and itself (4). A record that does not fit its checksum is where the power went: it and what
 * follows are cut.
 */
final class AddedTail implements AutoCloseable {
  static final int RECORD = HolderHash.BYTES + Integer.BYTES;
  private static final int HEAD = Long.BYTES + Integer.BYTES;
  private static final int BLOCK = RECORD * 50_000;

  private final Path file;
  private FileChannel channel;
  private long first;
  private long end;

  private AddedTail(Path file) throws IOException {
    this.file = file;
    this.channel = FileChannel.open(file, READ, WRITE);
  }

  /** A new one, for what is added after a version. */
  static AddedTail create(Path file, long first) throws IOException {
    DurableFile.replace(file, head(first));
    return open(file, it -> {});
  }

  /**
   * One that was written, without what is torn.
   *
   * @param reader is told of every hash in it
   * @throws MalformedValue when not even its beginning is what was written
   */
  static AddedTail open(Path file, Consumer<HolderHash> reader) throws IOException {
    AddedTail tail = new AddedTail(file);
    try {
      tail.start();
      tail.readAll(reader);
      tail.channel.truncate(tail.place(tail.end));
      return tail;
    } catch (IOException | RuntimeException e) {
      tail.close();
      throw e;
    }
  }

  /** The version before the first hash. */
  long first() {
    return first;
  }

  /** The version with the last hash. */
  long end() {
    return end;
  }

  /** On disk when this returns. */
  void append(Collection<HolderHash> hashes) throws IOException {
    ByteBuffer records = ByteBuffer.allocate(hashes.size() * RECORD);
    long version = end;
    for (HolderHash it : hashes) {
      it.write(records);
      records.putInt(checksum(++version, it));
    }
    channel.position(place(end));
    DurableFile.write(channel, records.flip());
    channel.force(false);
    end = version;
  }

  /**
   * Hashes after a version, 16 bytes each.
   *
   * @param from at least {@link #first()} and at most {@link #end()}
   */
  byte[] after(long from, int most) throws IOException {
    int count = (int) Math.min(most, end - from);
    ByteBuffer records = read(place(from), count * RECORD);
    byte[] hashes = new byte[count * HolderHash.BYTES];
    for (int i = 0; i < count; i++) {
      records.get(i * RECORD, hashes, i * HolderHash.BYTES, HolderHash.BYTES);
    }
    return hashes;
  }

  /** Keeps only what was added after a version; there is always the old file or the new one. */
  void trim(long from) throws IOException {
    ByteBuffer kept = read(place(from), (int) (place(end) - place(from)));
    DurableFile.replace(file, head(from), kept);
    channel.close();
    channel = FileChannel.open(file, READ, WRITE);
    first = from;
  }

  boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void start() throws IOException {
    ByteBuffer head = read(0, HEAD);
    if (head.remaining() == HEAD) {
      first = head.getLong();
      if (head.rewind().equals(head(first))) {
        end = first;
        return;
      }
    }
    throw MalformedValue.of(
        Text.of("过滤器增量文件", "the file of what was added to a filter"),
        String.valueOf(Files.size(file)),
        Text.of("开头与校验码不符", "does not begin as its checksum says"),
        HEAD + " bytes");
  }

  private void readAll(Consumer<HolderHash> reader) throws IOException {
    boolean sound = true;
    while (sound) {
      ByteBuffer block = read(place(end), BLOCK);
      sound = block.remaining() >= RECORD;
      while (sound && block.remaining() >= RECORD) {
        HolderHash hash = HolderHash.read(block);
        sound = block.getInt() == checksum(end + 1, hash);
        if (sound) {
          end++;
          reader.accept(hash);
        }
      }
    }
  }

  /** As much as there is. */
  private ByteBuffer read(long from, int length) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate((int) Math.min(length, Math.max(0, channel.size() - from)));
    while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
      // the next read goes on behind
    }
    return bytes.flip();
  }

  private long place(long version) {
    return HEAD + (version - first) * RECORD;
  }

  private static ByteBuffer head(long first) {
    ByteBuffer head = ByteBuffer.allocate(HEAD).putLong(first);
    CRC32C crc = new CRC32C();
    crc.update(head.array(), 0, Long.BYTES);
    return head.putInt((int) crc.getValue()).flip();
  }

  private static int checksum(long version, HolderHash hash) {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + HolderHash.BYTES).putLong(version);
    hash.write(bytes);
    return FilterHeader.checksum(bytes.array(), bytes.capacity());
  }
}
