package licencehub.verification.x509;

import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of public key the hub computes with. Read from the bare identifiers, so that a key with
 * hostile parameters is never decoded.
 */
public enum KeyType {
  SM2,
  P256,
  P384,
  ED25519,
  RSA;

  /** The longest encoding of a key that is still decoded: RSA of 8192 bits. */
  private static final int LARGEST = 1100;

  static Optional<KeyType> of(SubjectPublicKeyInfo key) {
    return key.getPublicKeyData().getOctets().length > LARGEST
        ? Optional.empty()
        : of(key.getAlgorithm());
  }

  /** The kind a key's algorithm identifier names. */
  public static Optional<KeyType> of(AlgorithmIdentifier algorithm) {
    ASN1ObjectIdentifier type = algorithm.getAlgorithm();
    if (type.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
      return curve(algorithm.getParameters());
    }
    if (type.equals(EdECObjectIdentifiers.id_Ed25519)) {
      return Optional.of(ED25519);
    }
    return type.equals(PKCSObjectIdentifiers.rsaEncryption) ? Optional.of(RSA) : Optional.empty();
  }

  private static Optional<KeyType> curve(@Nullable ASN1Encodable parameters) {
    if (GMObjectIdentifiers.sm2p256v1.equals(parameters)) {
      return Optional.of(SM2);
    }
    if (SECObjectIdentifiers.secp256r1.equals(parameters)) {
      return Optional.of(P256);
    }
    return SECObjectIdentifiers.secp384r1.equals(parameters) ? Optional.of(P384) : Optional.empty();
  }
}
