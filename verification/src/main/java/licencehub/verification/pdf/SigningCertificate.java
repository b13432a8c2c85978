package licencehub.verification.pdf;

import java.util.Arrays;
import java.util.Optional;
import licencehub.verification.envelope.Claim;
import licencehub.verification.file.Hash;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;

/** The certificate a CAdES signature vouches for (RFC 5035, ETSI EN 319 122-1 section 5.2.2). */
final class SigningCertificate {
  /** What the attribute says. */
  enum Named {
    ABSENT,
    SAME,
    OTHER
  }

  private SigningCertificate() {}

  static Named of(Claim claim) {
    if (claim.direct()) {
      return Named.ABSENT;
    }
    for (ASN1Encodable it : ASN1Set.getInstance(claim.signed())) {
      Attribute attribute = Attribute.getInstance(it);
      if (attribute.getAttrType().equals(PKCSObjectIdentifiers.id_aa_signingCertificateV2)) {
        ESSCertIDv2 first =
            SigningCertificateV2.getInstance(attribute.getAttributeValues()[0]).getCerts()[0];
        return isSigners(first, claim) ? Named.SAME : Named.OTHER;
      }
    }
    return Named.ABSENT;
  }

  private static boolean isSigners(ESSCertIDv2 named, Claim claim) {
    Optional<Hash> hash = Hash.find(named.getHashAlgorithm().getAlgorithm().getId());
    return hash.isPresent()
        && claim.keyId() != null
        && claim.certificates().stream()
            .filter(it -> Arrays.equals(Hash.SHA256.of(it), claim.keyId().bytes()))
            .anyMatch(it -> Arrays.equals(hash.get().of(it), named.getCertHash()));
  }
}
