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
  /** A mapping is bounded by what an int can count. */
  private static final int SHIFT = 30;

  private static final int SEGMENT = 1 << SHIFT;

  private final MappedByteBuffer[] segments;
  private final long bytes;
  private long ones;
  private long sum;

  private FilterBits(MappedByteBuffer[] segments, long bytes) {
    this.segments = segments;
    this.bytes = bytes;
    for (long at = 0; at < bytes; at += Long.BYTES) {
      long word = word(at);
      ones += Long.bitCount(word);
      sum += mixed(at, word);
    }
  }

  /** What is in the file from a place on. */
  static FilterBits map(FileChannel file, long from, long bits) throws IOException {
    long bytes = bits / Byte.SIZE;
    MappedByteBuffer[] segments = new MappedByteBuffer[(int) ((bytes + SEGMENT - 1) >>> SHIFT)];
    for (int i = 0; i < segments.length; i++) {
      long start = (long) i << SHIFT;
      segments[i] = file.map(MapMode.READ_WRITE, from + start, Math.min(SEGMENT, bytes - start));
      segments[i].order(ByteOrder.LITTLE_ENDIAN);
    }
    return new FilterBits(segments, bytes);
  }

  boolean isSet(long bit) {
    return (word(wordOf(bit)) >>> bit & 1) != 0;
  }

  void set(long bit) {
    long at = wordOf(bit);
    long before = word(at);
    long after = before | 1L << bit;
    if (after != before) {
      segments[(int) (at >>> SHIFT)].putLong((int) (at & SEGMENT - 1), after);
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
      int within = (int) (at & SEGMENT - 1);
      int part = (int) Math.min(to.length - done, Math.min(SEGMENT - within, bytes - at));
      segments[(int) (at >>> SHIFT)].get(within, to, done, part);
      done += part;
    }
  }

  void force() {
    for (MappedByteBuffer it : segments) {
      it.force();
    }
  }

  private long word(long at) {
    return segments[(int) (at >>> SHIFT)].getLong((int) (at & SEGMENT - 1));
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
