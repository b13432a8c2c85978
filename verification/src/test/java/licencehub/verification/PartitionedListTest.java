package licencehub.verification;

import static licencehub.verification.EveryAlgorithmTest.reasons;
import static licencehub.verification.Town.NOON;
import static licencehub.verification.Town.PAYLOAD;
import static licencehub.verification.Town.RANDOM;
import static licencehub.verification.Town.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.List;
import licencehub.model.Reason;
import licencehub.verification.Policy.WhenStale;
import licencehub.verification.x509.BouncyCastle;
import licencehub.verification.x509.ParsedCertificate;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Authorities publish their list in parts: silence of one part clears nobody of another. */
class PartitionedListTest {
  private static final BigInteger SERIAL = BigInteger.valueOf(77);
  @TempDir private Path folder;

  @Test
  void the_part_a_certificate_names_clears_it() throws Exception {
    assertThat(reasons(examine(part("http://ca/1.crl"), false))).isEmpty();
  }

  @Test
  void the_part_a_certificate_names_revokes_it() throws Exception {
    assertThat(reasons(examine(part("http://ca/1.crl"), true)))
        .containsExactly(Reason.SIGNER_REVOKED);
  }

  @Test
  void another_part_says_nothing_about_it() throws Exception {
    assertThat(reasons(examine(part("http://ca/2.crl"), false)))
        .containsExactly(Reason.REVOCATION_UNKNOWN);
  }

  @Test
  void a_list_of_authorities_only_says_nothing_about_a_department() throws Exception {
    IssuingDistributionPoint authorities =
        new IssuingDistributionPoint(null, false, true, null, false, false);
    assertThat(reasons(examine(authorities, false))).containsExactly(Reason.REVOCATION_UNKNOWN);
  }

  @Test
  void an_indirect_list_is_not_taken() throws Exception {
    IssuingDistributionPoint indirect =
        new IssuingDistributionPoint(null, false, false, null, true, false);
    assertThat(reasons(examine(indirect, false))).containsExactly(Reason.REVOCATION_UNKNOWN);
  }

  private Examination examine(IssuingDistributionPoint scope, boolean revoked) throws Exception {
    SignerKey department = department();
    Path file = Files.write(folder.resolve("ca.crl"), list(scope, revoked));
    Trust trust = Town.trust(department);
    try (Revocations revocations = Revocations.of(trust, List.of(file.toUri()))) {
      revocations.refresh();
      SignatureVerifier verifier =
          SignatureVerifiers.of(Town.policy(true, WhenStale.REJECT), trust, revocations);
      return Town.examine(verifier, new EnvelopeSigner(department, RANDOM).dsse(PAYLOAD));
    }
  }

  private static SignerKey department() throws Exception {
    KeyPair pair = KeyPairs.of(Algorithm.SM2_SM3, RANDOM);
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            issuer(),
            SERIAL,
            Date.from(Town.YEARS.from()),
            Date.from(Town.YEARS.to()),
            Town.department().distinguishedName(),
            pair.getPublic());
    CRLDistPoint points =
        new CRLDistPoint(
            new DistributionPoint[] {new DistributionPoint(name("http://ca/1.crl"), null, null)});
    builder.addExtension(Extension.cRLDistributionPoints, false, (ASN1Encodable) points);
    X509Certificate certificate =
        ParsedCertificate.parse(builder.build(signer()).getEncoded()).x509();
    return new SignerKey(pair.getPrivate(), List.of(certificate));
  }

  private static byte[] list(IssuingDistributionPoint scope, boolean revoked) throws Exception {
    X509v2CRLBuilder builder = new X509v2CRLBuilder(issuer(), Date.from(NOON));
    builder.setNextUpdate(Date.from(NOON.plusSeconds(3600)));
    builder.addExtension(Extension.issuingDistributionPoint, true, scope);
    if (revoked) {
      builder.addCRLEntry(SERIAL, Date.from(NOON), 4);
    }
    return builder.build(signer()).getEncoded();
  }

  private static IssuingDistributionPoint part(String address) {
    return new IssuingDistributionPoint(name(address), false, false, null, false, false);
  }

  private static DistributionPointName name(String address) {
    return new DistributionPointName(
        new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, address)));
  }

  private static X500Name issuer() {
    return X500Name.getInstance(ROOT.key().certificate().getSubjectX500Principal().getEncoded());
  }

  private static ContentSigner signer() throws Exception {
    return new JcaContentSignerBuilder("SM3withSM2")
        .setProvider(BouncyCastle.PROVIDER)
        .build(ROOT.key().privateKey());
  }
}
