package licencehub.verification.ofd;

/**
 * One entry as the central directory states it.
 *
 * @param deflated packed with DEFLATE, else stored
 * @param flags as APPNOTE section 4.4.4 has them
 * @param stamp what its local header must say as well
 * @param header where its local header begins
 * @param start where its bytes begin; -1 until the local header was read
 */
public record ZipItem(
    String name,
    boolean deflated,
    int flags,
    int crc,
    long packed,
    long size,
    ZipStamp stamp,
    long header,
    long start) {
  private static final int DESCRIBED = 0x8;

  /** Whether a data descriptor follows its bytes. */
  boolean described() {
    return (flags & DESCRIBED) != 0;
  }

  public boolean folder() {
    return name.endsWith("/");
  }

  ZipItem at(long place) {
    return new ZipItem(name, deflated, flags, crc, packed, size, stamp, header, place);
  }
}
