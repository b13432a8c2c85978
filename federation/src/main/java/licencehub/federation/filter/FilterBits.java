package licencehub.federation.filter;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;

/**
 * Bits in a mapped file, which are set and never cleared: so whatever part of them a power cut
 * leaves on disk is between what was forced before and what was set since. One thread sets, any
 * number look; who looks sees at least what was set before the version it read.
 */
final class FilterBits {
  /** A mapping is bounded by what an int can count: 1 GiB each. */
  private static final int SHIFT = 30;

  private final MappedByteBuffer[] segments;
  private final int shift;
  private long ones;
  private long sum;

  private FilterBits(MappedByteBuffer[] segments, int shift, long bytes) {
    this.segments = segments;
    this.shift = shift;
    for (long at = 0; at < bytes; at += Long.BYTES) {
      long word = word(at);
      ones += Long.bitCount(word);
      sum += mixed(at, word);
    }
  }

  /** What is in the file from a place on. */
  static FilterBits map(FileChannel file, long from, long bits) throws IOException {
    return map(file, from, bits, SHIFT);
  }

  /**
   * @param shift one mapping has so many bytes, as a power of two, at least 8
   */
  static FilterBits map(FileChannel file, long from, long bits, int shift) throws IOException {
    long bytes = bits / Byte.SIZE;
    long each = 1L << shift;
    MappedByteBuffer[] segments = new MappedByteBuffer[(int) ((bytes + each - 1) >>> shift)];
    for (int i = 0; i < segments.length; i++) {
      long start = i * each;
      segments[i] = file.map(MapMode.READ_WRITE, from + start, Math.min(each, bytes - start));
      segments[i].order(ByteOrder.LITTLE_ENDIAN);
    }
    return new FilterBits(segments, shift, bytes);
  }

  boolean isSet(long bit) {
    return (word(wordOf(bit)) >>> bit & 1) != 0;
  }

  void set(long bit) {
    long at = wordOf(bit);
    long before = word(at);
    long after = before | 1L << bit;
    if (after != before) {
      segment(at).putLong(within(at), after);
      ones++;
      sum += mixed(at, after) - mixed(at, before);
    }
  }

  /** How many are set. */
  long ones() {
    return ones;
  }

  /** A sum over all words in their places: equal for equal bits, whatever order they came in. */
  long sum() {
    return sum;
  }

  void read(long from, byte[] to, int offset) {
    for (int done = offset; done < to.length; ) {
      long at = from + done - offset;
      int part = Math.min(to.length - done, segment(at).capacity() - within(at));
      segment(at).get(within(at), to, done, part);
      done += part;
    }
  }

  void force() {
    for (MappedByteBuffer it : segments) {
      it.force();
    }
  }

  private long word(long at) {
    return segment(at).getLong(within(at));
  }

  private MappedByteBuffer segment(long at) {
    return segments[(int) (at >>> shift)];
  }

  private int within(long at) {
    return (int) (at & ((1L << shift) - 1));
  }

  /** The place of the word that has this bit, in bytes. */
  private static long wordOf(long bit) {
    return bit >>> 6 << 3;
  }

  /** Spreads a word and its place over 64 bits; an empty word counts nothing. */
  private static long mixed(long at, long word) {
    if (word == 0) {
      return 0;
    }
    long z = word + (at + 1) * 0x9e3779b97f4a7c15L;
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }
}
