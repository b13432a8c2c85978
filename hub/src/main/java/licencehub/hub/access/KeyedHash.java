package licencehub.hub.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import licencehub.model.code.HolderCode;

/**
 * Stands for something personal without telling it: HMAC SHA-256 under a key in a file of the hub.
 * Without the key nobody can find the value by trying all there are.
 */
public final class KeyedHash {
  private static final String ALGORITHM = "HmacSHA256";
  private final SecretKeySpec key;

  private KeyedHash(SecretKeySpec key) {
    this.key = key;
  }

  /**
   * Opens the key, making a new one first if there is none.
   *
   * @param keyFile 32 random bytes, readable by the owner alone
   */
  public static KeyedHash open(Path keyFile) {
    return new KeyedHash(new SecretKeySpec(SecretFile.readOrCreate(keyFile), ALGORITHM));
  }

  /** What binds agents' tokens to holders; its key stands beside that of the tokens. */
  public static KeyedHash ofHolders(Path tokenKey) {
    return open(tokenKey.resolveSibling("holders.key"));
  }

  /** 43 characters of the URL-safe Base64 alphabet. */
  public String of(byte[] content) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(content));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every runtime has " + ALGORITHM, e);
    }
  }

  public String of(String text) {
    return of(text.getBytes(UTF_8));
  }

  /** The same for every writing of one code. */
  public String of(HolderCode holder) {
    return of(holder.type().code() + ' ' + holder.value().toUpperCase(Locale.ROOT));
  }
}
