package licencehub.verification.envelope;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import licencehub.verification.x509.Certificates;
import licencehub.verification.x509.DerBounds;
import licencehub.verification.x509.DerBounds.Shape;
import licencehub.verification.x509.ParsedCertificate;
import licencehub.verification.x509.Pem;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.jspecify.annotations.Nullable;

/**
 * CMS SignedData (RFC 5652) and its Chinese sibling (GB/T 35275, GM/T 0010), which differs in
 * identifiers only. DER, BER, PEM or bare base64.
 */
public final class Cms {
  /** Which bytes a signature is about, given what the CMS encloses. */
  private interface Chooser {
    byte[] choose(byte @Nullable [] enclosed) throws Refused;
  }

  private static final byte SEQUENCE = 0x30;
  private final Bounds bounds;
  private final Certificates known;

  /**
   * @param known for certificates the envelope names but does not bring
   */
  public Cms(Bounds bounds, Certificates known) {
    this.bounds = bounds;
    this.known = known;
  }

  /**
   * @param beside the content when the signature came without it, else null
   */
  public Content read(byte[] bytes, byte @Nullable [] beside) throws Refused {
    if (beside == null) {
      return read(
          bytes, it -> orRefuse(it, "CMS不含原文", "the CMS has no content: send it with its content"));
    }
    return read(
        bytes,
        it ->
            orRefuse(
                it == null ? beside : null,
                "分离式签名不应自带原文",
                "a detached signature brings content of its own"));
  }

  /** With the content it brings, or the one beside it where it brings none. */
  public Content readEither(byte[] bytes, byte[] beside) throws Refused {
    return read(bytes, enclosed -> enclosed == null ? beside : enclosed);
  }

  private Content read(byte[] bytes, Chooser payload) throws Refused {
    byte[] ber = bare(bytes);
    Shape shape = DerBounds.of(ber, bounds.depth(), bounds.elements());
    if (shape != Shape.SOUND) {
      throw shape == Shape.DAMAGED
          ? Refused.unreadable("CMS编码不完整或长度有误", "the CMS encoding is cut off or has wrong lengths")
          : Refused.unreadable(
              "CMS嵌套过深或元素过多", "the CMS is nested too deep or has too many elements");
    }
    try {
      return content(ber, payload);
    } catch (IOException | RuntimeException e) {
      // The ASN.1 reader answers damage with unchecked exceptions of many kinds.
      throw Refused.unreadable("不是CMS签名数据", "not CMS SignedData");
    }
  }

  private Content content(byte[] ber, Chooser chooser) throws IOException, Refused {
    ContentInfo outer = ContentInfo.getInstance(lazily(ber));
    ASN1ObjectIdentifier type = outer.getContentType();
    if (!type.equals(CmsNames.SIGNED) && !type.equals(CmsNames.GM_SIGNED)) {
      throw Refused.unreadable("CMS类型须为签名数据", "the CMS is not of the type signed data");
    }
    SignedData data = SignedData.getInstance(outer.getContent());
    ContentInfo inner = data.getEncapContentInfo();
    if (!inner.getContentType().equals(CmsNames.DATA)
        && !inner.getContentType().equals(CmsNames.GM_DATA)) {
      throw Refused.unreadable("CMS内容类型须为数据", "the CMS content is not of the type data");
    }
    ASN1Encodable brought = inner.getContent();
    byte[] payload =
        chooser.choose(brought == null ? null : ASN1OctetString.getInstance(brought).getOctets());
    List<byte[]> certificates = certificates(data.getCertificates());
    CmsSigner signers =
        new CmsSigner(payload, certificates, parsed(certificates), inner.getContentType(), known);
    List<Claim> claims = new ArrayList<>();
    for (ASN1Encodable it : signerInfos(data)) {
      claims.add(signers.claim(SignerInfo.getInstance(it)));
    }
    return new Content(payload, claims);
  }

  private static byte[] orRefuse(byte @Nullable [] content, String zh, String en) throws Refused {
    if (content == null) {
      throw Refused.unreadable(zh, en);
    }
    return content;
  }

  /** Leaves certificates as they came: taking them apart here would be half of the work. */
  private static ASN1Primitive lazily(byte[] ber) throws IOException {
    try (ASN1InputStream in = new ASN1InputStream(ber, true)) {
      ASN1Primitive first = in.readObject();
      if (in.available() != 0) {
        throw new IOException("something follows");
      }
      return first;
    }
  }

  private ASN1Set signerInfos(SignedData data) throws Refused {
    ASN1Set infos = data.getSignerInfos();
    if (infos.size() == 0) {
      throw Refused.unsigned();
    }
    if (infos.size() > bounds.signatures()) {
      throw Refused.tooMany("签名", "signatures", infos.size(), bounds.signatures());
    }
    return infos;
  }

  private List<byte[]> certificates(@Nullable ASN1Set set) throws IOException, Refused {
    List<byte[]> found = new ArrayList<>();
    if (set == null) {
      return found;
    }
    if (set.size() > bounds.certificates()) {
      throw Refused.tooMany("证书", "certificates", set.size(), bounds.certificates());
    }
    for (ASN1Encodable it : set) {
      // Tagged members are attribute certificates and the like; the hub has no use for them.
      if (it.toASN1Primitive() instanceof ASN1Sequence certificate) {
        found.add(certificate.getEncoded());
      }
    }
    return found;
  }

  private List<ParsedCertificate> parsed(List<byte[]> certificates) throws Refused {
    List<ParsedCertificate> all = new ArrayList<>();
    for (byte[] it : certificates) {
      try {
        all.add(known.of(it));
      } catch (CertificateException e) {
        throw Refused.damagedCertificate();
      }
    }
    return all;
  }

  /** The digest of the content that signed attributes vouch for; empty for anything else. */
  public static Optional<byte[]> vouched(byte[] signed) {
    return CmsSigner.vouched(signed);
  }

  private static byte[] bare(byte[] bytes) throws Refused {
    if (bytes.length > 0 && bytes[0] == SEQUENCE) {
      return bytes;
    }
    try {
      String text = new String(bytes, ISO_8859_1).strip();
      return text.startsWith("-----BEGIN")
          ? Pem.read(bytes).get(0).content()
          : Base64.getMimeDecoder().decode(text);
    } catch (IOException | RuntimeException e) {
      // Both decoders have unchecked exceptions for damaged text.
      throw Refused.unreadable("不是DER、PEM或base64", "neither DER nor PEM nor base64");
    }
  }
}
