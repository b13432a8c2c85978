package licencehub.verification.file;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import licencehub.verification.x509.BouncyCastle;

/** The digests a file's signatures may rest on; MD5 and SHA-1 are not among them. */
public enum Hash {
  SM3,
  SHA256,
  SHA512;

  private static final Map<String, Hash> NAMES =
      Map.of(
          "SM3", SM3,
          "1.2.156.10197.1.401", SM3,
          "1.2.156.10197.1.401.1", SM3,
          "SHA256", SHA256,
          "2.16.840.1.101.3.4.2.1", SHA256,
          "SHA512", SHA512,
          "2.16.840.1.101.3.4.2.3", SHA512);

  /** By name or object identifier, as files state it. */
  public static Optional<Hash> find(String stated) {
    String name = stated.strip().toUpperCase(Locale.ROOT).replace("-", "");
    return Optional.ofNullable(NAMES.get(name));
  }

  /** The one that belongs to a signature algorithm under its policy name. */
  public static Optional<Hash> of(String algorithm) {
    return switch (algorithm) {
      case "SM2-SM3" -> Optional.of(SM3);
      case "ES256", "RS256", "PS256" -> Optional.of(SHA256);
      case "EdDSA" -> Optional.of(SHA512);
      default -> Optional.empty();
    };
  }

  /** A fresh computation. The platform's SHA-2 is six times as fast as Bouncy Castle's. */
  public MessageDigest start() {
    try {
      return switch (this) {
        case SM3 -> MessageDigest.getInstance("SM3", BouncyCastle.PROVIDER);
        case SHA256 -> MessageDigest.getInstance("SHA-256");
        case SHA512 -> MessageDigest.getInstance("SHA-512");
      };
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Bouncy Castle has SM3, every platform SHA-2", e);
    }
  }

  public byte[] of(byte[] bytes) {
    return start().digest(bytes);
  }
}
