package licencehub.library;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A key that stored documents are encrypted with, AES-256, known by its number. */
public final class DataKey {
  private static final int LENGTH = 32;
  private static final String HMAC = "HmacSHA256";

  private final int id;
  private final SecretKey aes;
  private final SecretKeySpec hmac;

  /**
   * @param id from 1, never used again for another key
   * @param secret 32 random bytes
   */
  public DataKey(int id, byte[] secret) {
    if (id < 1 || secret.length != LENGTH) {
      throw new IllegalArgumentException(
          "a data key has a number from 1 and 32 bytes, not " + id + " and " + secret.length);
    }
    this.id = id;
    this.aes = new SecretKeySpec(secret, "AES");
    this.hmac = new SecretKeySpec(secret, HMAC);
  }

  public int id() {
    return id;
  }

  public SecretKey aes() {
    return aes;
  }

  /** Tells this key from another of the same number, and nothing else: 32 bytes. */
  public byte[] proof() {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(hmac);
      return mac.doFinal(
          ("licencehub data key " + id).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java platform has " + HMAC, e);
    }
  }

  /** The number only: a key never shows itself. */
  @Override
  public String toString() {
    return "data key " + id;
  }
}
