package licencehub.library;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret key of the holder and name indexes, known by its number: what stands in an index tells
 * nothing without it.
 */
public final class IndexKey {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHORTEST = 32;
  private final int id;
  private final ThreadLocal<Mac> macs;

  /**
   * @param id from 1, never used again for another key
   * @param secret at least 32 random bytes
   */
  public IndexKey(int id, byte[] secret) {
    if (id < 1 || secret.length < SHORTEST) {
      throw new IllegalArgumentException(
          "an index key has a number from 1 and at least 32 bytes, not "
              + id
              + " and "
              + secret.length);
    }
    SecretKeySpec key = new SecretKeySpec(secret, ALGORITHM);
    this.id = id;
    this.macs = ThreadLocal.withInitial(() -> mac(key));
  }

  public int id() {
    return id;
  }

  /** HMAC-SHA256 of the text, 32 bytes. */
  public byte[] of(String text) {
    return macs.get().doFinal(text.getBytes(UTF_8));
  }

  /** Tells this key from another of the same number, and nothing else: 32 bytes. */
  public byte[] proof() {
    return of("licencehub index key " + id);
  }

  @Override
  public String toString() {
    return "index key " + id;
  }

  private static Mac mac(SecretKeySpec key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
