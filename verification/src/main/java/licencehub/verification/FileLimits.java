package licencehub.verification;

import java.time.Duration;
import licencehub.verification.file.FileBounds;

/**
 * What a licence file may be at most; everything beyond is refused.
 *
 * @param bytes the whole file
 * @param entries entries of an OFD, or objects of a PDF in hundreds
 * @param entryBytes one entry of an OFD, unpacked
 * @param ratio how many times its packed size anything may unpack to
 * @param depth nesting of XML
 * @param signatures seals and signatures
 * @param patience how long one file may take
 */
public record FileLimits(
    long bytes,
    int entries,
    long entryBytes,
    int ratio,
    int depth,
    int signatures,
    Duration patience) {
  private static final long MEBIBYTE = 1024L * 1024;

  /** 100 MiB, 2000 entries of 100 MiB, 200 times, 64 deep, 16 signatures, 30 seconds. */
  public static final FileLimits USUAL =
      new FileLimits(100 * MEBIBYTE, 2_000, 100 * MEBIBYTE, 200, 64, 16, Duration.ofSeconds(30));

  public FileLimits {
    if (bytes < 1 || entries < 1 || entryBytes < 1 || ratio < 1 || depth < 1 || signatures < 1) {
      throw new IllegalArgumentException("limits on files are at least one");
    }
    if (patience.isNegative() || patience.isZero()) {
      throw new IllegalArgumentException("verifying a file takes time");
    }
  }

  /** The usual ones for files of so many bytes at the most. */
  public static FileLimits upTo(long bytes) {
    return new FileLimits(
        bytes, USUAL.entries, bytes, USUAL.ratio, USUAL.depth, USUAL.signatures, USUAL.patience);
  }

  FileBounds bounds() {
    return new FileBounds(bytes, entries, entryBytes, ratio, depth, signatures);
  }
}
