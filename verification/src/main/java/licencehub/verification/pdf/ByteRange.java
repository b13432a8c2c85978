package licencehub.verification.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.HexFormat;
import java.util.Optional;
import licencehub.verification.envelope.Refused;
import licencehub.verification.file.FileSource;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSInteger;
import org.jspecify.annotations.Nullable;

/**
 * What a signature covers (ISO 32000-1 section 12.8.1): the file up to its end, but for one gap.
 *
 * @param gap where the gap begins; the first byte of Contents
 * @param resume where it ends
 * @param end one past the last byte covered
 */
record ByteRange(long gap, long resume, long end) {
  private static final int NUMBERS = 4;

  /** Empty where there is none, or one that begins elsewhere than the file or has other holes. */
  static Optional<ByteRange> of(@Nullable COSArray array) {
    if (array == null || array.size() != NUMBERS) {
      return Optional.empty();
    }
    long[] n = new long[NUMBERS];
    for (int i = 0; i < NUMBERS; i++) {
      if (!(array.getObject(i) instanceof COSInteger it) || it.longValue() < 0) {
        return Optional.empty();
      }
      n[i] = it.longValue();
    }
    return n[0] == 0 && n[2] > n[1]
        ? Optional.of(new ByteRange(n[1], n[2], n[2] + n[3]))
        : Optional.empty();
  }

  /** Whether the gap is this value in hexadecimal digits between angle brackets, and no more. */
  boolean isGapOf(byte[] contents, FileSource file) throws IOException, Refused {
    long length = resume - gap;
    if (length != 2L * contents.length + 2) {
      return false;
    }
    byte[] hole = file.bytes(gap, (int) length);
    if (hole[0] != '<' || hole[hole.length - 1] != '>') {
      return false;
    }
    for (int i = 0; i < contents.length; i++) {
      int high =
          HexFormat.isHexDigit(hole[2 * i + 1]) ? HexFormat.fromHexDigit(hole[2 * i + 1]) : -1;
      int low =
          HexFormat.isHexDigit(hole[2 * i + 2]) ? HexFormat.fromHexDigit(hole[2 * i + 2]) : -1;
      if (high < 0 || low < 0 || (high << 4 | low) != (contents[i] & 0xff)) {
        return false;
      }
    }
    return true;
  }

  /** The bytes covered, one after the other. */
  InputStream open(FileSource file) throws Refused {
    return new SequenceInputStream(file.stream(0, gap), file.stream(resume, end - resume));
  }
}
