package licencehub.library.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import licencehub.library.FileStore.DamagedContent;
import licencehub.model.Digest;

/** Content that fails at its end when it is not what its digest says. */
final class CheckedContent extends FilterInputStream {
  private static final int PIECE = 8 << 10;
  private final Digest expected;
  private final MessageDigest digest = Digest.start();
  private boolean ended;

  CheckedContent(InputStream content, Digest expected) {
    super(content);
    this.expected = expected;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int n = super.read(bytes, offset, length);
    if (n >= 0) {
      digest.update(bytes, offset, n);
    } else if (!ended) {
      ended = true;
      if (!Digest.wrap(digest.digest()).equals(expected)) {
        throw new DamagedContent(expected);
      }
    }
    return n;
  }

  /** Skipped bytes count as well. */
  @Override
  public long skip(long most) throws IOException {
    byte[] piece = new byte[PIECE];
    long skipped = 0;
    while (skipped < most) {
      int n = read(piece, 0, (int) Math.min(PIECE, most - skipped));
      if (n < 0) {
        break;
      }
      skipped += n;
    }
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
