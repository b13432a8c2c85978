package licencehub.library;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret key of the holder and name indexes: what stands in an index tells nothing without it.
 */
public final class IndexKey {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHORTEST = 32;
  private final ThreadLocal<Mac> macs;

  /**
   * @param secret at least 32 random bytes
   */
  public IndexKey(byte[] secret) {
    if (secret.length < SHORTEST) {
      throw new IllegalArgumentException(
          "an index key has at least 32 bytes, not " + secret.length);
    }
    SecretKeySpec key = new SecretKeySpec(secret, ALGORITHM);
    this.macs = ThreadLocal.withInitial(() -> mac(key));
  }

  /** HMAC-SHA256 of the text, 32 bytes. */
  public byte[] of(String text) {
    return macs.get().doFinal(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
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
