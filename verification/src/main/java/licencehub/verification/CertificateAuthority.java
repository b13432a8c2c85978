package licencehub.verification;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CRLReason;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import licencehub.verification.x509.BouncyCastle;
import licencehub.verification.x509.ParsedCertificate;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Issues certificates and revocation lists: for demonstrations and tests, not for a public
 * authority. Keeps nothing but its key, so a list is made from the revocations given to it.
 */
public record CertificateAuthority(SignerKey key) {
  private static final int SERIAL_BITS = 120;

  /** From when until when a certificate holds, both included. */
  public record Validity(Instant from, Instant to) {}

  /** One certificate taken back. */
  public record Revoked(BigInteger serial, Instant at, CRLReason reason) {
    public static Revoked of(X509Certificate certificate, Instant at, CRLReason reason) {
      return new Revoked(certificate.getSerialNumber(), at, reason);
    }
  }

  /** A new root, signed with its own key. */
  public static CertificateAuthority root(
      Subject subject, Algorithm algorithm, Validity validity, SecureRandom random) {
    KeyPair pair = KeyPairs.of(algorithm, random);
    PrivateKey key = pair.getPrivate();
    X500Name name = subject.distinguishedName();
    X509v3CertificateBuilder builder = builder(name, name, pair.getPublic(), validity, random);
    X509Certificate certificate = finish(builder, pair.getPublic(), true, signer(key, random));
    return new CertificateAuthority(new SignerKey(key, List.of(certificate)));
  }

  /** An authority below this one. */
  public CertificateAuthority intermediate(
      Subject subject, Algorithm algorithm, Validity validity, SecureRandom random) {
    return new CertificateAuthority(below(subject, algorithm, validity, true, random));
  }

  /** A new key with a certificate that may sign documents. */
  public SignerKey issue(
      Subject subject, Algorithm algorithm, Validity validity, SecureRandom random) {
    return below(subject, algorithm, validity, false, random);
  }

  /**
   * A revocation list as DER.
   *
   * @param number must grow with every list
   */
  public byte[] revocationList(
      long number,
      Instant thisUpdate,
      Instant nextUpdate,
      List<Revoked> revoked,
      SecureRandom random) {
    try {
      X509v2CRLBuilder builder = new X509v2CRLBuilder(name(), Date.from(thisUpdate));
      builder.setNextUpdate(Date.from(nextUpdate));
      for (Revoked it : revoked) {
        builder.addCRLEntry(it.serial(), Date.from(it.at()), code(it.reason()));
      }
      builder.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(number)));
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(key.certificate()));
      return builder.build(signer(key.privateKey(), random)).getEncoded();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("an authority's key can always sign", e);
    }
  }

  // The platform lists these reasons in the order of RFC 5280's codes and reads them so itself.
  @SuppressWarnings("EnumOrdinal")
  private static int code(CRLReason reason) {
    return reason.ordinal();
  }

  private SignerKey below(
      Subject subject,
      Algorithm algorithm,
      Validity validity,
      boolean authority,
      SecureRandom random) {
    KeyPair pair = KeyPairs.of(algorithm, random);
    X509v3CertificateBuilder builder =
        builder(name(), subject.distinguishedName(), pair.getPublic(), validity, random);
    X509Certificate certificate =
        finish(
            builder, key.certificate().getPublicKey(), authority, signer(key.privateKey(), random));
    List<X509Certificate> chain = new ArrayList<>(List.of(certificate));
    chain.addAll(key.chain());
    return new SignerKey(pair.getPrivate(), chain);
  }

  private X500Name name() {
    return X500Name.getInstance(key.certificate().getSubjectX500Principal().getEncoded());
  }

  private static X509v3CertificateBuilder builder(
      X500Name issuer, X500Name subject, PublicKey key, Validity validity, SecureRandom random) {
    try {
      // A serial number is positive: the highest bit makes it so and keeps its length the same.
      BigInteger serial = new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS);
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              issuer, serial, Date.from(validity.from()), Date.from(validity.to()), subject, key);
      builder.addExtension(
          Extension.subjectKeyIdentifier,
          false,
          new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key));
      return builder;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("these extensions can always be written", e);
    }
  }

  private static X509Certificate finish(
      X509v3CertificateBuilder builder, PublicKey issuer, boolean authority, ContentSigner signer) {
    int usage =
        authority
            ? KeyUsage.keyCertSign | KeyUsage.cRLSign
            : KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
    try {
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(issuer));
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
      return ParsedCertificate.parse(builder.build(signer).getEncoded()).x509();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("an authority's key can always sign", e);
    }
  }

  private static ContentSigner signer(PrivateKey key, SecureRandom random) {
    try {
      return new JcaContentSignerBuilder(KeyPairs.certificateAlgorithm(key))
          .setProvider(BouncyCastle.PROVIDER)
          .setSecureRandom(random)
          .build(key);
    } catch (OperatorCreationException e) {
      throw new IllegalStateException("an authority's key fits its algorithm", e);
    }
  }
}
