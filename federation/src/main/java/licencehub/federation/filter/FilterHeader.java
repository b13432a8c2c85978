package licencehub.federation.filter;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import licencehub.model.MalformedValue;
import licencehub.model.Text;

/**
 * What stands before the bits of a filter, 88 bytes with the highest byte first: the form in 8
 * letters, generation (16), key (32), capacity (8), bits (8), version (8), probes (4), and the
 * CRC-32C of all that (4).
 *
 * @param capacity holders up to which false positives stay within what is promised
 * @param bits that follow, a multiple of 64; bit n is bit n mod 8 of byte n div 8
 * @param version how many holders had been added when it was written
 */
public record FilterHeader(FilterKey key, long capacity, long bits, long version, int probes) {
  static final int BYTES = 88;

  /** The fewest holders a filter is made for. */
  static final long LEAST = 65_536;

  /** For each holder of a full filter: one question in 122 is then answered wrongly. */
  static final long BITS_A_HOLDER = 10;

  private static final int PROBES = 7;
  private static final int MOST_PROBES = 32;
  private static final int SUMMED = BYTES - Integer.BYTES;
  private static final byte[] FORM = "LHFILTR1".getBytes(US_ASCII);

  /** 8 GiB: more than all holders of a country take. */
  private static final long MOST_BITS = 1L << 36;

  public FilterHeader {
    boolean sound =
        capacity > 0
            && bits > 0
            && bits <= MOST_BITS
            && bits % Long.SIZE == 0
            && probes > 0
            && probes <= MOST_PROBES
            && version >= 0;
    if (!sound) {
      throw unsound("capacity %d, bits %d, probes %d".formatted(capacity, bits, probes));
    }
  }

  /**
   * Of a new, empty filter with a sixth more room than it is made for: 11.7 bits a holder then, and
   * 10 when it is full.
   */
  static FilterHeader fresh(FilterKey key, long holders) {
    long capacity = Math.max(LEAST, holders + (holders + 5) / 6);
    long bits = (capacity * BITS_A_HOLDER + Long.SIZE - 1) / Long.SIZE * Long.SIZE;
    return new FilterHeader(key, capacity, bits, 0, PROBES);
  }

  FilterHeader at(long other) {
    return new FilterHeader(key, capacity, bits, other, probes);
  }

  /** Header and bits. */
  long length() {
    return BYTES + bits / Byte.SIZE;
  }

  byte[] write() {
    ByteBuffer to = ByteBuffer.allocate(BYTES);
    to.put(FORM).put(HexFormat.of().parseHex(key.generation().text())).put(key.bytes());
    to.putLong(capacity).putLong(bits).putLong(version).putInt(probes);
    return to.putInt(checksum(to.array(), SUMMED)).array();
  }

  /**
   * @throws MalformedValue when it is not what was written
   */
  static FilterHeader read(ByteBuffer from) {
    if (from.remaining() < BYTES) {
      throw unsound(from.remaining() + " bytes");
    }
    byte[] all = new byte[BYTES];
    from.get(all);
    ByteBuffer parts = ByteBuffer.wrap(all);
    String form = new String(take(parts, FORM.length), US_ASCII);
    String generation = HexFormat.of().formatHex(take(parts, HolderHash.BYTES));
    FilterKey key = new FilterKey(take(parts, FilterKey.BYTES));
    long capacity = parts.getLong();
    long bits = parts.getLong();
    long version = parts.getLong();
    int probes = parts.getInt();
    if (parts.getInt() != checksum(all, SUMMED)
        || !form.equals(new String(FORM, US_ASCII))
        || !key.generation().text().equals(generation)) {
      throw unsound("generation " + generation);
    }
    return new FilterHeader(key, capacity, bits, version, probes);
  }

  /** CRC-32C. */
  static int checksum(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }

  private static byte[] take(ByteBuffer from, int length) {
    byte[] part = new byte[length];
    from.get(part);
    return part;
  }

  private static MalformedValue unsound(String value) {
    return MalformedValue.of(
        Text.of("持证主体过滤器的头部", "the header of a holder filter"),
        value,
        Text.of("与其校验码或界限不符", "does not agree with its checksum or its limits"),
        "LHFILTR1, bits 655360, probes 7");
  }
}
