package licencehub.verification.x509;

import java.security.cert.CRLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.jspecify.annotations.Nullable;

/**
 * Which certificates of its authority a revocation list speaks about (RFC 5280 section 5.2.5).
 * Large authorities publish their list in parts.
 *
 * @param points names of the part; empty when the list is whole
 */
record Scope(Set<GeneralName> points, boolean users, boolean authorities) {
  Scope {
    points = Set.copyOf(points);
  }

  static Scope of(byte @Nullable [] extension) throws CRLException {
    if (extension == null) {
      return new Scope(Set.of(), true, true);
    }
    IssuingDistributionPoint it =
        IssuingDistributionPoint.getInstance(ASN1OctetString.getInstance(extension).getOctets());
    if (it.isIndirectCRL() || it.onlyContainsAttributeCerts() || it.getOnlySomeReasons() != null) {
      throw new CRLException("indirect and partial-reason lists are not taken");
    }
    return new Scope(
        names(it.getDistributionPoint()), !it.onlyContainsCACerts(), !it.onlyContainsUserCerts());
  }

  boolean covers(ParsedCertificate certificate) {
    boolean authority = certificate.x509().getBasicConstraints() >= 0;
    return (authority ? authorities : users) && (points.isEmpty() || named(certificate));
  }

  private boolean named(ParsedCertificate certificate) {
    byte[] value = certificate.x509().getExtensionValue(Extension.cRLDistributionPoints.getId());
    if (value == null) {
      return false;
    }
    try {
      return Arrays.stream(
              CRLDistPoint.getInstance(ASN1OctetString.getInstance(value).getOctets())
                  .getDistributionPoints())
          .map(DistributionPoint::getDistributionPoint)
          .flatMap(it -> names(it).stream())
          .anyMatch(points::contains);
    } catch (RuntimeException e) {
      // A damaged extension names no point; the parser's exceptions are of many kinds.
      return false;
    }
  }

  private static Set<GeneralName> names(@Nullable DistributionPointName point) {
    return point == null || point.getType() != DistributionPointName.FULL_NAME
        ? Set.of()
        : new HashSet<>(Arrays.asList(GeneralNames.getInstance(point.getName()).getNames()));
  }
}
