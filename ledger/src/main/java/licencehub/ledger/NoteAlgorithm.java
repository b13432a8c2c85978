package licencehub.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.SM2Signer;

/**
 * What a checkpoint is signed with: Ed25519 (RFC 8032), which note tools know, and SM2 with SM3
 * (GB/T 32918.2, the usual identity), which Chinese law asks for. C2SP signed-note leaves types
 * from 0xff on to whoever names his own.
 */
enum NoteAlgorithm {
  ED25519(
      new byte[] {1}, Ed25519PublicKeyParameters.KEY_SIZE, "openssl genpkey -algorithm ed25519"),
  SM2(type("SM2-SM3"), 65, "openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:SM2");

  private static final ECNamedDomainParameters CURVE =
      new ECNamedDomainParameters(
          GMObjectIdentifiers.sm2p256v1, GMNamedCurves.getByOID(GMObjectIdentifiers.sm2p256v1));

  private final byte[] type;
  private final int length;
  private final String example;

  NoteAlgorithm(byte[] type, int length, String example) {
    this.type = type;
    this.length = length;
    this.example = example;
  }

  /** How OpenSSL makes such a key. */
  String example() {
    return example;
  }

  /** Type and public key as they stand in a verifier key. */
  byte[] typed(byte[] point) {
    byte[] typed = Arrays.copyOf(type, type.length + point.length);
    System.arraycopy(point, 0, typed, type.length, point.length);
    return typed;
  }

  /** Whether the bytes are a type and a public key of this algorithm. */
  boolean isTyped(byte[] typed) {
    return typed.length == type.length + length
        && Arrays.equals(typed, 0, type.length, type, 0, type.length);
  }

  byte[] point(byte[] typed) {
    return Arrays.copyOfRange(typed, type.length, typed.length);
  }

  /**
   * @throws IllegalArgumentException when the bytes are no point of the curve
   */
  AsymmetricKeyParameter publicKey(byte[] point) {
    return switch (this) {
      case ED25519 -> new Ed25519PublicKeyParameters(point, 0);
      case SM2 -> new ECPublicKeyParameters(CURVE.getCurve().decodePoint(point), CURVE);
    };
  }

  /** The point of the public half. */
  byte[] point(AsymmetricKeyParameter privateKey) {
    return switch (this) {
      case ED25519 -> ((Ed25519PrivateKeyParameters) privateKey).generatePublicKey().getEncoded();
      case SM2 ->
          CURVE.getG().multiply(((ECPrivateKeyParameters) privateKey).getD()).getEncoded(false);
    };
  }

  AsymmetricKeyParameter newKey(SecureRandom random) {
    if (this == ED25519) {
      return new Ed25519PrivateKeyParameters(random);
    }
    ECKeyPairGenerator generator = new ECKeyPairGenerator();
    generator.init(new ECKeyGenerationParameters(CURVE, random));
    AsymmetricCipherKeyPair pair = generator.generateKeyPair();
    return pair.getPrivate();
  }

  /** Whether a private key read from a file is one of this algorithm. */
  boolean fits(AsymmetricKeyParameter key) {
    return switch (this) {
      case ED25519 -> key instanceof Ed25519PrivateKeyParameters;
      case SM2 ->
          key instanceof ECPrivateKeyParameters it
              && it.getParameters().getCurve().equals(CURVE.getCurve());
    };
  }

  byte[] sign(AsymmetricKeyParameter key, byte[] text) {
    try {
      Signer signer = signer();
      signer.init(true, this == SM2 ? new ParametersWithRandom(key) : key);
      signer.update(text, 0, text.length);
      return signer.generateSignature();
    } catch (CryptoException e) {
      throw new IllegalStateException("a private key signs", e);
    }
  }

  boolean verifies(AsymmetricKeyParameter key, byte[] text, byte[] signature) {
    Signer verifier = signer();
    verifier.init(false, key);
    verifier.update(text, 0, text.length);
    return verifier.verifySignature(signature);
  }

  /** PKCS #8. Without the optional public key: OpenSSL before 3.5 reads no Ed25519 file with it. */
  byte[] pkcs8(AsymmetricKeyParameter key) throws IOException {
    return switch (this) {
      case ED25519 ->
          new PrivateKeyInfo(
                  algorithm(), new DEROctetString(((Ed25519PrivateKeyParameters) key).getEncoded()))
              .getEncoded();
      case SM2 ->
          new PrivateKeyInfo(
                  algorithm(),
                  new ECPrivateKey(CURVE.getN().bitLength(), ((ECPrivateKeyParameters) key).getD()))
              .getEncoded();
    };
  }

  /** X.509 SubjectPublicKeyInfo. */
  byte[] info(byte[] point) {
    try {
      return new SubjectPublicKeyInfo(algorithm(), point).getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException("bytes take every object", e);
    }
  }

  private AlgorithmIdentifier algorithm() {
    ASN1ObjectIdentifier curve = GMObjectIdentifiers.sm2p256v1;
    return switch (this) {
      case ED25519 -> new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519);
      case SM2 -> new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve);
    };
  }

  private Signer signer() {
    return switch (this) {
      case ED25519 -> new Ed25519Signer();
      case SM2 -> new SM2Signer();
    };
  }

  private static byte[] type(String name) {
    byte[] letters = name.getBytes(US_ASCII);
    byte[] type = new byte[letters.length + 1];
    type[0] = (byte) 0xff;
    System.arraycopy(letters, 0, type, 1, letters.length);
    return type;
  }
}
