package licencehub.library.files;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import licencehub.library.FileStore.DamagedContent;
import licencehub.library.crypt.RowCipher;
import licencehub.model.Digest;
import org.jspecify.annotations.Nullable;

/** The clear bytes of an encrypted file; one segment in memory. */
final class DecryptedContent extends InputStream {
  private final InputStream stored;
  private final Digest digest;
  private final RowCipher ring;
  private @Nullable Segments segments;
  private byte[] ahead = {};
  private byte[] clear = {};
  private int at;
  private long number;
  private boolean ended;

  /**
   * Reads nothing yet.
   *
   * @param stored from the first byte of the file on; closed with this
   */
  DecryptedContent(InputStream stored, Digest digest, RowCipher ring) {
    this.stored = stored;
    this.digest = digest;
    this.ring = ring;
  }

  /**
   * @throws DamagedContent when there is no sound head
   */
  private Segments opened() throws IOException {
    Segments known = segments;
    if (known != null) {
      return known;
    }
    byte[] head = stored.readNBytes(Segments.HEAD);
    if (head.length < Segments.HEAD || Segments.key(head) < 0) {
      throw new DamagedContent(digest);
    }
    Segments fresh = Segments.open(head, digest, ring);
    ahead = stored.readNBytes(Segments.WHOLE);
    segments = fresh;
    return fresh;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (at == clear.length) {
      if (ended) {
        return -1;
      }
      next();
    }
    int n = Math.min(length, clear.length - at);
    System.arraycopy(clear, at, bytes, offset, n);
    at += n;
    return n;
  }

  /** Which segment is the last is known when nothing comes behind it. */
  private void next() throws IOException {
    Segments known = opened();
    byte[] here = ahead;
    ahead = here.length == Segments.WHOLE ? stored.readNBytes(Segments.WHOLE) : new byte[0];
    ended = ahead.length == 0;
    try {
      clear = known.decrypt(here, here.length, number++, ended);
      at = 0;
    } catch (GeneralSecurityException e) {
      throw (IOException) new DamagedContent(digest).initCause(e);
    }
  }

  @Override
  public void close() throws IOException {
    stored.close();
  }
}
