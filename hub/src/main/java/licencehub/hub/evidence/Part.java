package licencehub.hub.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.zip.CRC32;
import licencehub.model.Digest;

/**
 * One part of an evidence bundle. A ZIP tells size and checksum before the content, so each part is
 * read once before it is written.
 *
 * @param crc CRC-32, as ZIP wants it
 * @param content can be read any number of times
 */
record Part(String name, long size, Digest digest, int crc, Content content) {
  private static final int PIECE = 64 << 10;

  /** Where the bytes are read from; whoever reads closes it. */
  interface Content {
    InputStream open() throws IOException;
  }

  static Part of(String name, byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return new Part(
        name,
        bytes.length,
        Digest.of(bytes),
        (int) crc.getValue(),
        () -> new ByteArrayInputStream(bytes));
  }

  /** Reads the content to its end, once. */
  static Part of(String name, Content content) throws IOException {
    CRC32 crc = new CRC32();
    MessageDigest digest = Digest.start();
    byte[] piece = new byte[PIECE];
    long size = 0;
    try (InputStream in = content.open()) {
      for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
        crc.update(piece, 0, n);
        digest.update(piece, 0, n);
        size += n;
      }
    }
    return new Part(name, size, Digest.wrap(digest.digest()), (int) crc.getValue(), content);
  }
}
