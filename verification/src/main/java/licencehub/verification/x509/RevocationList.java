package licencehub.verification.x509;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CRLException;
import java.security.cert.CRLReason;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import licencehub.model.Digest;
import licencehub.verification.x509.DerBounds.Shape;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Extension;
import org.jspecify.annotations.Nullable;

/**
 * A certificate revocation list (RFC 5280 section 5), verified and taken apart once.
 *
 * @param issuerKey {@link ParsedCertificate#keyId()} of the authority
 * @param number the CRL number, where it has one
 * @param der as the authority signed it: about a fifth of what the entries take
 */
public record RevocationList(
    Digest issuerKey,
    String issuer,
    @Nullable BigInteger number,
    Instant thisUpdate,
    @Nullable Instant nextUpdate,
    Scope scope,
    Map<BigInteger, Entry> entries,
    byte[] der) {
  private static final int DEPTH = 24;
  private static final int ELEMENTS = 30_000_000;
  private static final Set<String> UNDERSTOOD =
      Set.of(Extension.issuingDistributionPoint.getId(), Extension.cRLNumber.getId());

  /** One revoked certificate. */
  public record Entry(Instant at, CRLReason reason) {}

  /**
   * @param bytes DER or PEM
   * @param authorities certificates whose keys may have signed it
   * @throws CRLException with a message for the operator
   */
  public static RevocationList parse(byte[] bytes, Collection<ParsedCertificate> authorities)
      throws CRLException {
    byte[] der = bytes.length > 0 && bytes[0] == '-' ? armoured(bytes) : bytes;
    if (DerBounds.of(der, DEPTH, ELEMENTS) != Shape.SOUND) {
      throw new CRLException("not DER, or beyond the bounds on size and depth");
    }
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509", BouncyCastle.PROVIDER);
      X509CRL crl = (X509CRL) factory.generateCRL(new ByteArrayInputStream(der));
      if (crl == null) {
        throw new CRLException("no revocation list in it");
      }
      return of(crl, issuer(crl, authorities), der);
    } catch (CRLException e) {
      throw e;
    } catch (GeneralSecurityException | RuntimeException e) {
      // The parser answers some damage with unchecked exceptions of many kinds.
      throw new CRLException("not a revocation list", e);
    }
  }

  private static byte[] armoured(byte[] text) throws CRLException {
    try {
      return Pem.read(text).stream()
          .filter(it -> it.label().equals("X509 CRL"))
          .map(Pem.Block::content)
          .findFirst()
          .orElseThrow(() -> new CRLException("no X509 CRL block in the PEM text"));
    } catch (IOException e) {
      throw new CRLException("damaged PEM text", e);
    }
  }

  /** What it says about a certificate of its authority; empty when not revoked. */
  public Optional<Entry> entry(ParsedCertificate certificate) {
    return Optional.ofNullable(entries.get(certificate.x509().getSerialNumber()));
  }

  /** Whether this replaces {@code other} of the same authority: never an older one a newer. */
  boolean replaces(RevocationList other) {
    if (!issuerKey.equals(other.issuerKey)) {
      return true;
    }
    return (number != null && other.number != null)
        ? number.compareTo(other.number) >= 0
        : !thisUpdate.isBefore(other.thisUpdate);
  }

  private static RevocationList of(X509CRL crl, ParsedCertificate issuer, byte[] der)
      throws CRLException {
    List<String> critical =
        crl.getCriticalExtensionOIDs() == null
            ? List.of()
            : List.copyOf(crl.getCriticalExtensionOIDs());
    if (!UNDERSTOOD.containsAll(critical)) {
      throw new CRLException("it has critical extensions the hub does not know: " + critical);
    }
    Map<BigInteger, Entry> entries = new HashMap<>();
    Set<? extends X509CRLEntry> revoked = crl.getRevokedCertificates();
    for (X509CRLEntry it : revoked == null ? Set.<X509CRLEntry>of() : revoked) {
      entries.put(it.getSerialNumber(), new Entry(it.getRevocationDate().toInstant(), reason(it)));
    }
    return new RevocationList(
        issuer.keyId(),
        issuer.x509().getSubjectX500Principal().getName(),
        number(crl),
        crl.getThisUpdate().toInstant(),
        crl.getNextUpdate() == null ? null : crl.getNextUpdate().toInstant(),
        Scope.of(crl.getExtensionValue(Extension.issuingDistributionPoint.getId())),
        entries,
        der);
  }

  private static ParsedCertificate issuer(X509CRL crl, Collection<ParsedCertificate> authorities)
      throws CRLException {
    for (ParsedCertificate it : authorities) {
      if (it.key() != null
          && it.x509().getSubjectX500Principal().equals(crl.getIssuerX500Principal())
          && maySignLists(it)
          && fits(crl, it)) {
        return it;
      }
    }
    throw new CRLException(
        "no trusted certificate signed it; its issuer is "
            + crl.getIssuerX500Principal().getName());
  }

  private static boolean maySignLists(ParsedCertificate it) {
    boolean[] usage = it.x509().getKeyUsage();
    return usage == null || usage[6];
  }

  private static boolean fits(X509CRL crl, ParsedCertificate issuer) {
    try {
      crl.verify(issuer.key(), BouncyCastle.PROVIDER);
      return true;
    } catch (GeneralSecurityException | RuntimeException e) {
      // Whatever the reason, this key did not sign it.
      return false;
    }
  }

  private static @Nullable BigInteger number(X509CRL crl) {
    byte[] value = crl.getExtensionValue(Extension.cRLNumber.getId());
    return value == null
        ? null
        : ASN1Integer.getInstance(ASN1OctetString.getInstance(value).getOctets()).getValue();
  }

  private static CRLReason reason(X509CRLEntry entry) {
    byte[] value = entry.getExtensionValue(Extension.reasonCode.getId());
    if (value == null) {
      return CRLReason.UNSPECIFIED;
    }
    int code =
        ASN1Enumerated.getInstance(ASN1OctetString.getInstance(value).getOctets()).intValueExact();
    CRLReason[] reasons = CRLReason.values();
    return code >= 0 && code < reasons.length ? reasons[code] : CRLReason.UNSPECIFIED;
  }
}
