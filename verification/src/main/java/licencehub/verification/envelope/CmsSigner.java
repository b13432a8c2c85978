package licencehub.verification.envelope;

import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.security.auth.x500.X500Principal;
import licencehub.model.Digest;
import licencehub.verification.x509.Certificates;
import licencehub.verification.x509.ParsedCertificate;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.jspecify.annotations.Nullable;

/** Reads one SignerInfo of a CMS. */
record CmsSigner(
    byte[] payload,
    List<byte[]> enclosed,
    List<ParsedCertificate> certificates,
    ASN1ObjectIdentifier contentType,
    Certificates known) {

  private static final int SET = 0x31;

  /** The two attributes that must be there need 77 bytes; a bare digest has at most 64. */
  private static final int SHORTEST_ATTRIBUTES = 65;

  Claim claim(SignerInfo info) throws IOException, Refused {
    ASN1Set attributes = info.getAuthenticatedAttributes();
    if (attributes == null && couldBeAttributes(payload)) {
      throw Refused.unreadable(
          "原文可被当作签名属性，请用带签名属性的形式", "the content could pass for signed attributes: sign with them");
    }
    String algorithm =
        CmsNames.algorithm(info.getDigestAlgorithm(), info.getDigestEncryptionAlgorithm());
    byte[] signed = attributes == null ? payload : checked(attributes).getEncoded(ASN1Encoding.DER);
    return new Claim(
        algorithm,
        keyId(info.getSID()),
        enclosed,
        attributes == null,
        signed,
        info.getEncryptedDigest().getOctets(),
        attributes == null ? null : signedAt(attributes));
  }

  /**
   * The digest of the content that signed attributes vouch for.
   *
   * @param signed what {@link Claim#signed()} is when there are attributes
   */
  static Optional<byte[]> vouched(byte[] signed) {
    try {
      return Optional.of(
          ASN1OctetString.getInstance(one(ASN1Set.getInstance(signed), CMSAttributes.messageDigest))
              .getOctets());
    } catch (RuntimeException | Refused e) {
      // Not attributes at all; the ASN.1 reader's exceptions are of many kinds.
      return Optional.empty();
    }
  }

  /**
   * A signature over attributes is also one over their encoding as content: so without signed
   * attributes, content that could pass for them is not taken.
   */
  private static boolean couldBeAttributes(byte[] payload) {
    return payload.length >= SHORTEST_ATTRIBUTES && payload[0] == SET;
  }

  private ASN1Set checked(ASN1Set attributes) throws Refused {
    one(attributes, CMSAttributes.messageDigest);
    if (!contentType.equals(one(attributes, CMSAttributes.contentType))) {
      throw Refused.unreadable("签名属性中的内容类型不符", "the signed attributes name another content type");
    }
    return attributes;
  }

  private static @Nullable Instant signedAt(ASN1Set attributes) throws Refused {
    for (ASN1Encodable it : attributes) {
      if (Attribute.getInstance(it).getAttrType().equals(CMSAttributes.signingTime)) {
        return Time.getInstance(one(attributes, CMSAttributes.signingTime)).getDate().toInstant();
      }
    }
    return null;
  }

  private static ASN1Encodable one(ASN1Set attributes, ASN1ObjectIdentifier type) throws Refused {
    ASN1Encodable found = null;
    for (ASN1Encodable it : attributes) {
      Attribute attribute = Attribute.getInstance(it);
      if (attribute.getAttrType().equals(type)) {
        if (found != null || attribute.getAttrValues().size() != 1) {
          throw Refused.unreadable("签名属性重复", "a signed attribute stands more than once");
        }
        found = attribute.getAttributeValues()[0];
      }
    }
    if (found == null) {
      throw Refused.unreadable("缺少签名属性" + type, "the signed attribute " + type + " is missing");
    }
    return found;
  }

  private @Nullable Digest keyId(SignerIdentifier id) throws IOException {
    if (id.isTagged()) {
      byte[] wanted = ASN1OctetString.getInstance(id.getId()).getOctets();
      return enclosed(it -> Arrays.equals(wanted, subjectKey(it)));
    }
    IssuerAndSerialNumber wanted = IssuerAndSerialNumber.getInstance(id.getId());
    BigInteger serial = wanted.getSerialNumber().getValue();
    X500Principal issuer = new X500Principal(wanted.getName().getEncoded());
    Digest brought =
        enclosed(
            it ->
                it.getSerialNumber().equals(serial) && it.getIssuerX500Principal().equals(issuer));
    return brought != null
        ? brought
        : known.named(issuer, serial).map(ParsedCertificate::id).orElse(null);
  }

  private @Nullable Digest enclosed(Predicate<X509Certificate> wanted) {
    return certificates.stream()
        .filter(it -> wanted.test(it.x509()))
        .map(ParsedCertificate::id)
        .findFirst()
        .orElse(null);
  }

  private static byte @Nullable [] subjectKey(X509Certificate certificate) {
    byte[] value = certificate.getExtensionValue(Extension.subjectKeyIdentifier.getId());
    return value == null
        ? null
        : SubjectKeyIdentifier.getInstance(ASN1OctetString.getInstance(value).getOctets())
            .getKeyIdentifier();
  }
}
