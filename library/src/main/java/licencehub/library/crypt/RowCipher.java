package licencehub.library.crypt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import licencehub.library.DataKey;
import licencehub.library.KeyRing;
import licencehub.model.Unavailable;

/**
 * Encrypts single values of rows, each bound to its place, so that one in the place of another is
 * found. AES-256-GCM with a random nonce of 96 bits (NIST SP 800-38D, 8.2.2): one key serves for
 * 2^32 values.
 *
 * <p>Stored form: version 1 (1 byte), number of the key (4 bytes), nonce (12 bytes), ciphertext,
 * tag (16 bytes); version and number are authenticated too. In a column of text: base64 of that.
 */
public final class RowCipher {
  private static final byte VERSION = 1;
  private static final String SIGN = "\u0001";
  private static final String CHANGED = "应为密文，实为他物；请从备份恢复。 It is no encrypted value: restore it.";
  private static final int HEAD = 1 + Integer.BYTES;
  private static final int NONCE = 12;
  private static final int TAG = 16;
  private static final int TAG_BITS = TAG * Byte.SIZE;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final ThreadLocal<Tools> TOOLS = ThreadLocal.withInitial(Tools::new);

  private final KeyRing keys;

  /**
   * @param keys what is read is opened with
   */
  public RowCipher(KeyRing keys) {
    this.keys = keys;
  }

  /**
   * @param place names table, column and row by what never changes; not personal data
   */
  public static byte[] encrypt(DataKey key, String place, byte[] clear) {
    byte[] stored = new byte[HEAD + NONCE + clear.length + TAG];
    byte[] nonce = TOOLS.get().nonce();
    ByteBuffer.wrap(stored).put(VERSION).putInt(key.id()).put(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, stored, place);
      cipher.doFinal(clear, 0, clear.length, stored, HEAD + NONCE);
      return stored;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM encrypts everything", e);
    }
  }

  /** The same for a column of text: a sign that no text begins with, then base64. */
  public static String encryptText(DataKey key, String place, byte[] clear) {
    return SIGN + Base64.getEncoder().encodeToString(encrypt(key, place, clear));
  }

  /** Whether a column of text holds what {@link #encryptText} makes. */
  public static boolean isEncrypted(String column) {
    return column.startsWith(SIGN);
  }

  /**
   * @throws Unavailable when the key is not on the ring, or does not open the value
   */
  public byte[] decryptText(String place, String stored) {
    try {
      return decrypt(place, Base64.getDecoder().decode(stored.substring(SIGN.length())));
    } catch (IllegalArgumentException e) {
      throw new Unavailable(place, CHANGED, e);
    }
  }

  /**
   * @throws Unavailable when the key is not on the ring, or does not open the value
   */
  public byte[] decrypt(String place, byte[] stored) {
    if (stored.length < HEAD + NONCE + TAG || stored[0] != VERSION) {
      throw new Unavailable(place, CHANGED);
    }
    int id = ByteBuffer.wrap(stored).getInt(1);
    DataKey key = keys.findData(id).orElseThrow(() -> missing(id, keys));
    byte[] nonce = new byte[NONCE];
    System.arraycopy(stored, HEAD, nonce, 0, NONCE);
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, stored, place);
      return cipher.doFinal(stored, HEAD + NONCE, stored.length - HEAD - NONCE);
    } catch (GeneralSecurityException e) {
      throw new Unavailable(
          place,
          "用数据密钥 "
              + id
              + " 打不开：内容被改动或调换，请从备份恢复。 Data key "
              + id
              + " does not open it: it was changed or stands in another's place; restore it.",
          e);
    }
  }

  /** What to say when a key is needed that is not on the ring. */
  public static Unavailable missing(int id, KeyRing ring) {
    return new Unavailable(
        "data key " + id,
        ring.origin()
            + " 中没有数据密钥 "
            + id
            + "；请从备份放回，然后重试。 It is not in "
            + ring.origin()
            + ": put it back from its backup, and try again.");
  }

  private static Cipher cipher(int mode, DataKey key, byte[] nonce, byte[] head, String place)
      throws GeneralSecurityException {
    Cipher cipher = TOOLS.get().cipher;
    cipher.init(mode, key.aes(), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(head, 0, HEAD);
    cipher.updateAAD(place.getBytes(UTF_8));
    return cipher;
  }

  /** What one thread keeps: getting a cipher and single nonces anew would cost more than using. */
  private static final class Tools {
    private static final int NONCES = 32;
    private final Cipher cipher = aesGcm();
    private final byte[] drawn = new byte[NONCE * NONCES];
    private int used = NONCES;

    byte[] nonce() {
      if (used == NONCES) {
        RANDOM.nextBytes(drawn);
        used = 0;
      }
      byte[] nonce = new byte[NONCE];
      System.arraycopy(drawn, used * NONCE, nonce, 0, NONCE);
      used++;
      return nonce;
    }

    private static Cipher aesGcm() {
      try {
        return Cipher.getInstance("AES/GCM/NoPadding");
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every Java platform has AES-GCM", e);
      }
    }
  }
}
