package licencehub.federation.filter;

import java.nio.ByteBuffer;

/**
 * A holder as a filter knows it: the first 128 bits of its HMAC. Whoever has the key can test a
 * guess against it, so it stands in no log.
 */
public record HolderHash(long first, long second) {
  /** Length on every wire and on disk. */
  public static final int BYTES = 16;

  static HolderHash read(ByteBuffer from) {
    return new HolderHash(from.getLong(), from.getLong());
  }

  void write(ByteBuffer to) {
    to.putLong(first).putLong(second);
  }

  /**
   * Which bit a probe looks at: {@code first + probe × second}, taken as a fraction of 2^64. The
   * step is made odd, so that no holder has all its probes in one place.
   */
  long place(int probe, long bits) {
    return Math.unsignedMultiplyHigh(first + probe * (second | 1), bits);
  }

  @Override
  public String toString() {
    return "holder hash";
  }
}
