package licencehub.verification;

import java.util.Arrays;
import java.util.Optional;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.verification.x509.KeyType;

/** The signature algorithms the hub computes, under the names policies use. */
public enum Algorithm {
  /** SM2 with SM3, GB/T 32918.2, the user id being the usual 1234567812345678 (GB/T 35276). */
  SM2_SM3("SM2-SM3", KeyType.SM2, "SM3withSM2", "SM3"),
  /** ECDSA on P-256 with SHA-256. */
  ES256("ES256", KeyType.P256, "SHA256withECDSA", "SHA-256"),
  /** Ed25519. */
  EDDSA("EdDSA", KeyType.ED25519, "Ed25519", "SHA-512"),
  /** RSASSA-PSS with SHA-256, MGF1 with SHA-256 and 32 bytes of salt. */
  PS256("PS256", KeyType.RSA, "SHA256withRSAandMGF1", "SHA-256"),
  /** RSASSA-PKCS1-v1_5 with SHA-256. */
  RS256("RS256", KeyType.RSA, "SHA256withRSA", "SHA-256");

  private final String wire;
  private final KeyType key;
  private final String jca;
  private final String digest;

  Algorithm(String wire, KeyType key, String jca, String digest) {
    this.wire = wire;
    this.key = key;
    this.jca = jca;
    this.digest = digest;
  }

  /** The name in policies, settings and reports. */
  public String wire() {
    return wire;
  }

  public static Optional<Algorithm> find(String wire) {
    return Arrays.stream(values()).filter(it -> it.wire.equals(wire)).findFirst();
  }

  public static Algorithm parse(String wire) {
    return find(wire)
        .orElseThrow(
            () ->
                MalformedValue.of(
                    Text.of("签名算法", "signature algorithm"),
                    wire,
                    Text.of("不受支持", "is not supported"),
                    SM2_SM3.wire));
  }

  /** What a key of this type signs with unless something else is agreed. */
  static Optional<Algorithm> usual(KeyType key) {
    return Arrays.stream(values()).filter(it -> it.key == key).findFirst();
  }

  KeyType key() {
    return key;
  }

  String jca() {
    return jca;
  }

  /** The digest CMS uses beside it. */
  String digest() {
    return digest;
  }
}
