package licencehub.verification.ofd;

import java.util.OptionalInt;

/**
 * What both headers of an entry say besides its content.
 *
 * @param version of a reader that can unpack it
 * @param moment its time and date, as MS-DOS had them
 * @param modified the same in seconds since 1970, where an extra field (0x5455) says so
 */
record ZipStamp(int version, int moment, OptionalInt modified) {
  /** Writers may leave the extra field out of one of the headers; they may not tell two times. */
  boolean agrees(ZipStamp other) {
    return version == other.version
        && moment == other.moment
        && (modified.isEmpty() || other.modified.isEmpty() || modified.equals(other.modified));
  }
}
