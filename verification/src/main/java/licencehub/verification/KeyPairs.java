package licencehub.verification;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import licencehub.verification.x509.BouncyCastle;
import licencehub.verification.x509.KeyType;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;

/** Makes key pairs, and knows what certificates are signed with. */
final class KeyPairs {
  private static final int RSA_BITS = 2048;

  private KeyPairs() {}

  static KeyPair of(Algorithm algorithm, SecureRandom random) {
    try {
      KeyPairGenerator generator =
          KeyPairGenerator.getInstance(
              switch (algorithm) {
                case SM2_SM3, ES256 -> "EC";
                case EDDSA -> "Ed25519";
                case PS256, RS256 -> "RSA";
              },
              BouncyCastle.PROVIDER);
      switch (algorithm) {
        case SM2_SM3 -> generator.initialize(new ECGenParameterSpec("sm2p256v1"), random);
        case ES256 -> generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        case EDDSA -> generator.initialize(255, random);
        case PS256, RS256 -> generator.initialize(RSA_BITS, random);
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Bouncy Castle has all these keys", e);
    }
  }

  /** The name of the signature algorithm for certificates and lists; RSA there means PKCS #1. */
  static String certificateAlgorithm(PrivateKey key) {
    KeyType type =
        KeyType.of(PrivateKeyInfo.getInstance(key.getEncoded()).getPrivateKeyAlgorithm())
            .orElseThrow(() -> new IllegalArgumentException("no authority has such a key"));
    return switch (type) {
      case SM2 -> "SM3withSM2";
      case P256 -> "SHA256withECDSA";
      case P384 -> "SHA384withECDSA";
      case ED25519 -> "Ed25519";
      case RSA -> "SHA256withRSA";
    };
  }
}
