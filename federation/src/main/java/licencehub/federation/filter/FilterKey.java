package licencehub.federation.filter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import licencehub.model.code.HolderCode;

/** What holders are hashed with, 32 random bytes; each generation of a filter has its own. */
public final class FilterKey {
  /** Length of the secret. */
  public static final int BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";
  private final byte[] secret;
  private final SecretKeySpec key;
  private final FilterGeneration generation;

  /**
   * @param secret 32 bytes nobody can predict
   */
  public FilterKey(byte[] secret) {
    if (secret.length != BYTES) {
      throw new IllegalArgumentException("a filter's key has 32 bytes, not " + secret.length);
    }
    this.secret = secret.clone();
    this.key = new SecretKeySpec(this.secret, ALGORITHM);
    byte[] name = Arrays.copyOf(hmac("licencehub filter generation"), HolderHash.BYTES);
    this.generation = new FilterGeneration(HexFormat.of().formatHex(name));
  }

  public FilterGeneration generation() {
    return generation;
  }

  public HolderHash hash(HolderCode holder) {
    return hash(holder.type().code(), holder.value());
  }

  /**
   * The same of a holder as it stands in a document.
   *
   * @param type its code of the list of kinds
   */
  public HolderHash hash(String type, String code) {
    return HolderHash.read(
        ByteBuffer.wrap(hmac((type + "|" + code).toUpperCase(Locale.ROOT)), 0, HolderHash.BYTES));
  }

  /** The secret itself: to peers and to the file of the filter, nowhere else. */
  byte[] bytes() {
    return secret.clone();
  }

  /** The generation only: a key never shows itself. */
  @Override
  public String toString() {
    return "filter key of " + generation;
  }

  private byte[] hmac(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
