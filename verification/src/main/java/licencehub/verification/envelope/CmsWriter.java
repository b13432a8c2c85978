package licencehub.verification.envelope;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import licencehub.model.Digest;
import licencehub.verification.x509.BouncyCastle;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignatureEncryptionAlgorithmFinder;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.DefaultCMSSignatureEncryptionAlgorithmFinder;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Writes CMS SignedData as DER.
 *
 * @param chinese identifiers of GB/T 35275 instead of RFC 5652
 * @param enclosed whether the content stands inside
 * @param attributes whether signed attributes stand between content and signature
 * @param vouching whether the attributes name the signer's certificate, as CAdES asks
 * @param signedAt written as signing time, where given
 */
public record CmsWriter(
    boolean chinese,
    boolean enclosed,
    boolean attributes,
    boolean vouching,
    @Nullable Instant signedAt) {
  public CmsWriter(
      boolean chinese, boolean enclosed, boolean attributes, @Nullable Instant signedAt) {
    this(chinese, enclosed, attributes, false, signedAt);
  }

  /**
   * @param chain the signer's certificate first; all are enclosed
   */
  public byte[] write(byte[] content, ContentSigner signer, List<X509Certificate> chain) {
    return write(new CMSProcessableByteArray(type(), content), signer, chain);
  }

  /** The same for a content that is read once and stays outside. */
  public byte[] write(InputStream content, ContentSigner signer, List<X509Certificate> chain) {
    return write(new StreamedContent(type(), content), signer, chain);
  }

  private ASN1ObjectIdentifier type() {
    return chinese ? CmsNames.GM_DATA : CmsNames.DATA;
  }

  private byte[] write(CMSTypedData content, ContentSigner signer, List<X509Certificate> chain) {
    try {
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      SignerInfoGeneratorBuilder one =
          new SignerInfoGeneratorBuilder(
              new JcaDigestCalculatorProviderBuilder().setProvider(BouncyCastle.PROVIDER).build(),
              encryption());
      one.setDirectSignature(!attributes);
      one.setSignedAttributeGenerator(attributes ? it -> table(it, chain.get(0)) : null);
      generator.addSignerInfoGenerator(
          one.build(signer, new JcaX509CertificateHolder(chain.get(0))));
      generator.addCertificates(new JcaCertStore(chain));
      CMSSignedData data = generator.generate(content, enclosed);
      return new ContentInfo(
              chinese ? CmsNames.GM_SIGNED : CmsNames.SIGNED, data.toASN1Structure().getContent())
          .getEncoded(ASN1Encoding.DER);
    } catch (CMSException | OperatorCreationException | GeneralSecurityException | IOException e) {
      throw new IllegalStateException("a sound key and certificate can always sign", e);
    }
  }

  private CMSSignatureEncryptionAlgorithmFinder encryption() {
    CMSSignatureEncryptionAlgorithmFinder usual =
        new DefaultCMSSignatureEncryptionAlgorithmFinder();
    return it ->
        chinese && it.getAlgorithm().equals(GMObjectIdentifiers.sm2sign_with_sm3)
            ? new AlgorithmIdentifier(CmsNames.GM_SM2_SIGN)
            : usual.findEncryptionAlgorithm(it);
  }

  private AttributeTable table(Map<?, ?> parameters, X509Certificate certificate) {
    ASN1EncodableVector all = new ASN1EncodableVector();
    all.add(
        attribute(
            CMSAttributes.contentType,
            (ASN1ObjectIdentifier) parameters.get(CMSAttributeTableGenerator.CONTENT_TYPE)));
    all.add(
        attribute(
            CMSAttributes.messageDigest,
            new DEROctetString((byte[]) parameters.get(CMSAttributeTableGenerator.DIGEST))));
    if (signedAt != null) {
      all.add(attribute(CMSAttributes.signingTime, new Time(Date.from(signedAt))));
    }
    if (vouching) {
      all.add(attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2, vouched(certificate)));
    }
    return new AttributeTable(all);
  }

  /** SHA-256 of the certificate, so that no other can be put in its place (RFC 5035). */
  private static SigningCertificateV2 vouched(X509Certificate certificate) {
    try {
      return new SigningCertificateV2(new ESSCertIDv2(Digest.of(certificate.getEncoded()).bytes()));
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a parsed certificate has an encoding", e);
    }
  }

  private static Attribute attribute(ASN1ObjectIdentifier type, @Nullable ASN1Encodable value) {
    return new Attribute(type, new DERSet(value));
  }
}
