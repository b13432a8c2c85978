package licencehub.library.files;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import licencehub.library.DataKey;
import licencehub.library.crypt.RowCipher;
import licencehub.model.Digest;

/**
 * How content stands on disk: a head with a key made for this file alone, under a data key and
 * bound to the content's digest; then segments of 64 KiB, each encrypted with AES-256-GCM. The
 * nonce of a segment is its number and whether it is the last, so that none can be left out, added
 * or put in another's place (the STREAM construction). A key serves for one file and is used once
 * for each nonce.
 */
final class Segments {
  /** Clear bytes in every segment but the last. */
  static final int CLEAR = 64 << 10;

  static final int TAG = 16;

  /** Bytes of a segment that is not the last. */
  static final int WHOLE = CLEAR + TAG;

  private static final byte[] SIGN = {'L', 'H', 'F', 1};
  private static final int SECRET = 32;
  private static final int NONCE = 12;
  private static final int NUMBER_AT = 7;
  private static final int LAST_AT = 11;

  /** Sign, and the file's key as {@link RowCipher} stores values: 33 bytes more than it has. */
  static final int HEAD = SIGN.length + SECRET + 33;

  /** Where the number of the data key stands in the head: behind the sign and a version. */
  private static final int KEY_AT = SIGN.length + 1;

  private static final int KEY_END = KEY_AT + Integer.BYTES;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;
  private final byte[] secret;
  private final Cipher cipher = aesGcm();

  private Segments(byte[] secret) {
    this.secret = secret;
    this.key = new SecretKeySpec(secret, "AES");
  }

  /** With a new key. */
  static Segments fresh() {
    byte[] secret = new byte[SECRET];
    RANDOM.nextBytes(secret);
    return new Segments(secret);
  }

  /**
   * With the key in a head.
   *
   * @throws licencehub.model.Unavailable when the data key is not on the ring, or does not open it
   */
  static Segments open(byte[] head, Digest digest, RowCipher ring) {
    byte[] wrapped = new byte[HEAD - SIGN.length];
    System.arraycopy(head, SIGN.length, wrapped, 0, wrapped.length);
    return new Segments(ring.decrypt(place(digest), wrapped));
  }

  /** What stands before the segments. */
  byte[] head(DataKey under, Digest digest) {
    byte[] wrapped = RowCipher.encrypt(under, place(digest), secret);
    return ByteBuffer.allocate(HEAD).put(SIGN).put(wrapped).array();
  }

  /** The number of the data key a head is under; -1 for what is no head. */
  static int key(byte[] head) {
    boolean signed = head.length >= KEY_END;
    for (int i = 0; signed && i < SIGN.length; i++) {
      signed = head[i] == SIGN[i];
    }
    return signed ? ByteBuffer.wrap(head).getInt(KEY_AT) : -1;
  }

  /** How many clear bytes a file of this length holds. */
  static long clear(long length) {
    long body = Math.max(0, length - HEAD);
    long segments = Math.max(1, (body + WHOLE - 1) / WHOLE);
    return Math.max(0, body - segments * TAG);
  }

  byte[] encrypt(byte[] clear, int length, long number, boolean last) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, number, last).doFinal(clear, 0, length);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM encrypts everything", e);
    }
  }

  /**
   * @throws GeneralSecurityException when it is not this segment of this file
   */
  byte[] decrypt(byte[] stored, int length, long number, boolean last)
      throws GeneralSecurityException {
    return cipher(Cipher.DECRYPT_MODE, number, last).doFinal(stored, 0, length);
  }

  private Cipher cipher(int mode, long number, boolean last) throws GeneralSecurityException {
    byte[] nonce = new byte[NONCE];
    ByteBuffer.wrap(nonce).putInt(NUMBER_AT, Math.toIntExact(number));
    nonce[LAST_AT] = (byte) (last ? 1 : 0);
    cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
    return cipher;
  }

  private static String place(Digest digest) {
    return "file|" + digest;
  }

  private static Cipher aesGcm() {
    try {
      return Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }
}
