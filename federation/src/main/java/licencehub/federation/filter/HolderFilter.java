package licencehub.federation.filter;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.code.HolderCode;

/**
 * Tells of whom a hub has no licence for sure 持证主体过滤器: a Bloom filter over keyed hashes, in a file.
 * It only ever grows. One thread adds, any number ask.
 */
public final class HolderFilter {
  private static final int BLOCK = 1 << 20;

  private final FilterHeader header;
  private final FilterBits bits;
  private volatile long version;

  private HolderFilter(FilterHeader header, FilterBits bits) {
    this.header = header;
    this.bits = bits;
    this.version = header.version();
  }

  /** A new, empty one. All of the file is written, lest a full disk be noticed too late. */
  static HolderFilter create(Path file, FilterHeader header) throws IOException {
    try (FileChannel channel = FileChannel.open(file, CREATE_NEW, READ, WRITE)) {
      DurableFile.write(channel, ByteBuffer.wrap(header.write()));
      byte[] zeros = new byte[BLOCK];
      for (long left = header.bits() / Byte.SIZE; left > 0; left -= BLOCK) {
        DurableFile.write(channel, ByteBuffer.wrap(zeros, 0, (int) Math.min(BLOCK, left)));
      }
      channel.force(true);
      return new HolderFilter(header, FilterBits.map(channel, FilterHeader.BYTES, header.bits()));
    }
  }

  /**
   * One that was written.
   *
   * @throws MalformedValue when it is not whole or not what it says
   */
  static HolderFilter open(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, READ, WRITE)) {
      ByteBuffer start = ByteBuffer.allocate(FilterHeader.BYTES);
      while (start.hasRemaining() && channel.read(start) >= 0) {
        // the next read goes on behind
      }
      FilterHeader header = FilterHeader.read(start.flip());
      if (channel.size() != header.length()) {
        throw MalformedValue.of(
            Text.of("持证主体过滤器的长度", "the length of a holder filter"),
            Long.toString(channel.size()),
            Text.of("与其头部不符", "does not agree with its header"),
            Long.toString(header.length()));
      }
      return new HolderFilter(header, FilterBits.map(channel, FilterHeader.BYTES, header.bits()));
    }
  }

  public FilterHeader header() {
    return header;
  }

  /**
   * How many holders have been added whom it would have ruled out before; what was added up to a
   * version is seen with it.
   */
  public long version() {
    return version;
  }

  /** False for sure, true perhaps. */
  public boolean mayHold(HolderCode holder) {
    return mayHold(header.key().hash(holder));
  }

  boolean mayHold(HolderHash holder) {
    boolean all = version >= 0; // read first: what was added up to it is then seen
    for (int i = 0; all && i < header.probes(); i++) {
      all = bits.isSet(holder.place(i, header.bits()));
    }
    return all;
  }

  /** Of holders in the filter nobody has, so many in one are told as perhaps there. */
  public double falsePositives() {
    return Math.pow((double) bits.ones() / header.bits(), header.probes());
  }

  /** How many different holders are in it, reckoned from the bits that are set. */
  public long holders() {
    double empty = 1 - (double) bits.ones() / header.bits();
    double least = 1.0 / header.bits();
    return Math.round(-Math.log(Math.max(empty, least)) * header.bits() / header.probes());
  }

  void set(HolderHash holder) {
    for (int i = 0; i < header.probes(); i++) {
      bits.set(holder.place(i, header.bits()));
    }
  }

  /** Everything set before counts as of this version. */
  void reach(long other) {
    version = other;
  }

  long sum() {
    return bits.sum();
  }

  void force() {
    bits.force();
  }

  /** Part of header and bits as they go to peers, with the version as it is now. */
  byte[] wire(long offset, int length) {
    byte[] start = header.at(version).write();
    byte[] part = new byte[(int) Math.min(length, header.length() - offset)];
    int taken = (int) Math.max(0, Math.min(part.length, start.length - offset));
    if (taken > 0) {
      System.arraycopy(start, (int) offset, part, 0, taken);
    }
    bits.read(Math.max(0, offset - FilterHeader.BYTES), part, taken);
    return part;
  }
}
