package licencehub.verification.x509;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import licencehub.model.Digest;
import licencehub.verification.x509.DerBounds.Shape;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.jspecify.annotations.Nullable;

/**
 * A certificate read once. Its key is one object for life: Bouncy Castle verifies more than twice
 * as fast with a key it has seen before.
 *
 * @param id SHA-256 of the DER
 * @param keyId SHA-256 of the public key's encoding: the same for a renewed certificate of one key
 * @param key null where {@code type} is empty
 */
public record ParsedCertificate(
    Digest id,
    Digest keyId,
    X509Certificate x509,
    Optional<KeyType> type,
    @Nullable PublicKey key) {
  private static final int LARGEST = 32 * 1024;
  private static final int SHORTEST_RSA = 2048;
  private static final int DEPTH = 24;
  private static final int ELEMENTS = 5_000;

  /**
   * @throws CertificateException for anything but exactly one DER certificate of ordinary size
   */
  public static ParsedCertificate parse(byte[] der) throws CertificateException {
    if (der.length > LARGEST || DerBounds.of(der, DEPTH, ELEMENTS) != Shape.SOUND) {
      throw new CertificateException("not DER, or beyond the bounds on size and depth");
    }
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509", BouncyCastle.PROVIDER);
      X509Certificate x509 =
          (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
      if (x509 == null || !Arrays.equals(x509.getEncoded(), der)) {
        throw new CertificateException("not exactly one DER certificate");
      }
      boundExtensions(x509);
      SubjectPublicKeyInfo info = Certificate.getInstance(der).getSubjectPublicKeyInfo();
      Optional<KeyType> type = KeyType.of(info);
      PublicKey key = type.isPresent() ? x509.getPublicKey() : null;
      return new ParsedCertificate(
          Digest.of(der),
          Digest.of(info.getEncoded()),
          x509,
          sound(key) ? type : Optional.empty(),
          sound(key) ? key : null);
    } catch (IOException | RuntimeException e) {
      // The parser answers some damage with unchecked exceptions of many kinds.
      throw new CertificateException("not a certificate", e);
    }
  }

  private static boolean sound(@Nullable PublicKey key) {
    return key != null
        && !(key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < SHORTEST_RSA);
  }

  /** The parser takes extensions apart later, and recursively. */
  private static void boundExtensions(X509Certificate x509) throws CertificateException {
    for (String oid : extensions(x509)) {
      byte[] value = x509.getExtensionValue(oid);
      // The value is an OCTET STRING; its header is at most six bytes long.
      int header = value.length < 128 + 2 ? 2 : 2 + (value[1] & 0x7f);
      byte[] content = Arrays.copyOfRange(value, Math.min(header, value.length), value.length);
      if (DerBounds.of(content, DEPTH, ELEMENTS) == Shape.EXCESSIVE) {
        throw new CertificateException("extension " + oid + " is nested too deep");
      }
    }
  }

  private static Set<String> extensions(X509Certificate x509) {
    Set<String> all = new HashSet<>();
    Optional.ofNullable(x509.getCriticalExtensionOIDs()).ifPresent(all::addAll);
    Optional.ofNullable(x509.getNonCriticalExtensionOIDs()).ifPresent(all::addAll);
    return all;
  }

  boolean issuedBy(ParsedCertificate issuer) {
    if (issuer.key == null
        || !x509.getIssuerX500Principal().equals(issuer.x509.getSubjectX500Principal())) {
      return false;
    }
    try {
      x509.verify(issuer.key, BouncyCastle.PROVIDER);
      return true;
    } catch (GeneralSecurityException | RuntimeException e) {
      // Whatever the reason, this key did not issue it.
      return false;
    }
  }
}
