package licencehub.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 digest: 32 bytes, written as 64 lower-case hexadecimal digits. */
public final class Digest {
  private static final int LENGTH = 32;
  private final byte[] bytes;

  private Digest(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("a SHA-256 digest has 32 bytes, not " + bytes.length);
    }
    this.bytes = bytes;
  }

  /** The digest of all parts, one after the other. */
  public static Digest of(byte[]... parts) {
    MessageDigest sha256 = start();
    for (byte[] part : parts) {
      sha256.update(part);
    }
    return new Digest(sha256.digest());
  }

  /** The digest of texts in UTF-8, one after the other. */
  public static Digest ofTexts(Iterable<String> parts) {
    MessageDigest sha256 = start();
    parts.forEach(it -> sha256.update(it.getBytes(UTF_8)));
    return new Digest(sha256.digest());
  }

  /** Takes 32 bytes as a digest. */
  public static Digest wrap(byte[] bytes) {
    return new Digest(bytes.clone());
  }

  public static Digest parse(String hex) {
    return new Digest(HexFormat.of().parseHex(hex));
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Digest that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }

  /** Starts the digest of what is too much to hold; {@link #wrap} takes what it ends in. */
  public static MessageDigest start() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
