package licencehub.verification.x509;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import licencehub.model.Digest;
import licencehub.model.Text;
import licencehub.verification.x509.CertificatePath.Anchored;
import licencehub.verification.x509.CertificatePath.Broken;
import licencehub.verification.x509.CertificatePath.Link;

/**
 * Finds and validates the path from a signer's certificate to an anchor (RFC 5280 section 6,
 * without revocation, which is looked up per signature). Paths found are remembered; failures are
 * not, because another envelope may bring the certificate that was missing.
 */
public final class CertificatePaths {
  private static final int LONGEST = 6;
  private static final int REMEMBERED = 50_000;

  /** Signature algorithms a certificate may carry; SHA-1 and MD5 are not among them. */
  private static final Set<String> SOUND =
      Set.of(
          "1.2.156.10197.1.501", // SM2 with SM3
          "1.2.840.10045.4.3.2", // ECDSA with SHA-256, -384, -512
          "1.2.840.10045.4.3.3",
          "1.2.840.10045.4.3.4",
          "1.3.101.112", // Ed25519
          "1.2.840.113549.1.1.11", // RSA PKCS #1 with SHA-256, -384, -512
          "1.2.840.113549.1.1.12",
          "1.2.840.113549.1.1.13");

  private final List<ParsedCertificate> anchors;
  private final List<ParsedCertificate> intermediates;
  private final Cache<Digest, Anchored> found =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  public CertificatePaths(
      Collection<ParsedCertificate> anchors, Collection<ParsedCertificate> intermediates) {
    this.anchors = List.copyOf(anchors);
    this.intermediates = List.copyOf(intermediates);
  }

  /**
   * @param brought further certificates the envelope brings, used only to bridge to an anchor
   */
  public CertificatePath of(ParsedCertificate signer, List<ParsedCertificate> brought) {
    Anchored before = found.getIfPresent(signer.id());
    if (before != null) {
      return before;
    }
    if (!maySign(signer.x509())) {
      return new Broken(
          Text.of("证书的密钥用法不允许签名", "the certificate's key usage does not allow signatures"));
    }
    CertificatePath path = walk(signer, brought);
    if (path instanceof Anchored anchored) {
      found.put(signer.id(), anchored);
    }
    return path;
  }

  private CertificatePath walk(ParsedCertificate signer, List<ParsedCertificate> brought) {
    List<Link> links = new ArrayList<>();
    ParsedCertificate last = signer;
    while (links.size() < LONGEST) {
      ParsedCertificate here = last;
      Optional<ParsedCertificate> anchor = issuer(here, anchors);
      Optional<ParsedCertificate> next =
          anchor.or(() -> issuer(here, intermediates)).or(() -> issuer(here, brought));
      if (next.isEmpty() || next.get().id().equals(here.id())) {
        return new Broken(
            Text.of(
                "找不到可信的上级证书", "no trusted certificate of its issuer is configured or enclosed"));
      }
      links.add(new Link(here, next.get()));
      if (anchor.isPresent()) {
        return validate(links, anchor.get());
      }
      last = next.get();
    }
    return new Broken(Text.of("证书链过长", "the chain is longer than " + LONGEST));
  }

  private static Optional<ParsedCertificate> issuer(
      ParsedCertificate of, List<ParsedCertificate> candidates) {
    return candidates.stream().filter(of::issuedBy).findFirst();
  }

  private static CertificatePath validate(List<Link> links, ParsedCertificate anchor) {
    Instant from = Instant.MIN;
    Instant to = Instant.MAX;
    List<X509Certificate> certificates = new ArrayList<>();
    for (Link link : links) {
      X509Certificate x509 = link.certificate().x509();
      if (!SOUND.contains(x509.getSigAlgOID())) {
        return new Broken(
            Text.of("证书的签名算法过弱", "a certificate is signed with " + x509.getSigAlgOID()));
      }
      certificates.add(x509);
      from = later(from, x509.getNotBefore().toInstant());
      to = earlier(to, x509.getNotAfter().toInstant());
    }
    if (to.isBefore(from)) {
      return new Broken(
          Text.of("链上证书从未同时有效", "the certificates of the chain are never valid together"));
    }
    try {
      pkix(certificates, anchor.x509(), from);
      return new Anchored(links, from, to);
    } catch (GeneralSecurityException | RuntimeException e) {
      // The validator answers some damaged extensions with unchecked exceptions.
      return new Broken(
          Text.of("证书链不符合RFC 5280", "the chain does not meet RFC 5280: " + e.getMessage()));
    }
  }

  private static void pkix(List<X509Certificate> certificates, X509Certificate anchor, Instant at)
      throws GeneralSecurityException {
    PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(anchor, null)));
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(at));
    CertificateFactory factory = CertificateFactory.getInstance("X.509", BouncyCastle.PROVIDER);
    CertPathValidator.getInstance("PKIX", BouncyCastle.PROVIDER)
        .validate(factory.generateCertPath(certificates), parameters);
  }

  private static boolean maySign(X509Certificate x509) {
    boolean[] usage = x509.getKeyUsage();
    return usage == null || usage[0] || usage[1];
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
