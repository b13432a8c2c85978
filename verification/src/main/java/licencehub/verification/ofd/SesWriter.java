package licencehub.verification.ofd;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import licencehub.verification.file.Hash;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;

/** Writes seals and their signatures as DER, in either version. */
public final class SesWriter {
  private static final ASN1Integer ORGANISATION = new ASN1Integer(1);
  private static final DateTimeFormatter BEIJING =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.ofHours(8));

  private SesWriter() {}

  /**
   * A seal of GB/T 38540-2020.
   *
   * @param digests whether it lists digests of the certificates instead of these
   */
  public static byte[] seal(SealFacts facts, boolean digests, Signing maker) {
    ASN1Encodable list =
        digests
            ? list(
                facts.certificates(),
                it -> sequence(new DERPrintableString("SM3"), new DEROctetString(Hash.SM3.of(it))))
            : list(facts.certificates(), DEROctetString::new);
    ASN1Encodable property =
        sequence(
            ORGANISATION,
            new DERUTF8String(facts.name()),
            new ASN1Integer(digests ? 2 : 1),
            list,
            new DERGeneralizedTime(Date.from(facts.madeAt())),
            new DERGeneralizedTime(Date.from(facts.from())),
            new DERGeneralizedTime(Date.from(facts.to())));
    ASN1Sequence sealInfo = sealInfo(facts, 4, property);
    return der(
        sequence(
            sealInfo,
            new DEROctetString(maker.certificate()),
            GMObjectIdentifiers.sm2sign_with_sm3,
            new DERBitString(maker.sign(der(sealInfo)))));
  }

  /** A seal of GM/T 0031-2014. */
  public static byte[] firstSeal(SealFacts facts, Signing maker) {
    ASN1Encodable property =
        sequence(
            ORGANISATION,
            new DERUTF8String(facts.name()),
            list(facts.certificates(), DEROctetString::new),
            new DERUTCTime(Date.from(facts.madeAt())),
            new DERUTCTime(Date.from(facts.from())),
            new DERUTCTime(Date.from(facts.to())));
    ASN1Sequence sealInfo = sealInfo(facts, 1, property);
    ASN1Encodable certificate = new DEROctetString(maker.certificate());
    ASN1Encodable algorithm = GMObjectIdentifiers.sm2sign_with_sm3;
    byte[] signature = maker.sign(der(sequence(sealInfo, certificate, algorithm)));
    return der(sequence(sealInfo, sequence(certificate, algorithm, new DERBitString(signature))));
  }

  /** The signature with a seal, in the seal's version. */
  static byte[] signature(
      byte[] seal, byte[] dataHash, String propertyInfo, Instant at, Signing signer) {
    ASN1Sequence eseal = ASN1Sequence.getInstance(seal);
    ASN1Encodable certificate = new DEROctetString(signer.certificate());
    ASN1Encodable algorithm = GMObjectIdentifiers.sm2sign_with_sm3;
    if (eseal.size() == 2) {
      ASN1Sequence signed =
          sequence(
              new ASN1Integer(1),
              eseal,
              new DERBitString(BEIJING.format(at).getBytes(US_ASCII)),
              new DERBitString(dataHash),
              new DERIA5String(propertyInfo),
              certificate,
              algorithm);
      return der(sequence(signed, new DERBitString(signer.sign(der(signed)))));
    }
    ASN1Sequence signed =
        sequence(
            new ASN1Integer(SesSeal.version(eseal)),
            eseal,
            new DERGeneralizedTime(Date.from(at)),
            new DERBitString(dataHash),
            new DERIA5String(propertyInfo));
    return der(
        sequence(signed, certificate, algorithm, new DERBitString(signer.sign(der(signed)))));
  }

  private static ASN1Sequence sealInfo(SealFacts facts, int version, ASN1Encodable property) {
    return sequence(
        sequence(new DERIA5String("ES"), new ASN1Integer(version), new DERIA5String("licencehub")),
        new DERIA5String(facts.identifier()),
        property,
        sequence(
            new DERIA5String(facts.pictureType()),
            new DEROctetString(facts.picture()),
            new ASN1Integer(facts.width()),
            new ASN1Integer(facts.height())));
  }

  private static ASN1Encodable list(
      List<byte[]> certificates, Function<byte[], ASN1Encodable> one) {
    return sequence(certificates.stream().map(one).toArray(ASN1Encodable[]::new));
  }

  private static ASN1Sequence sequence(ASN1Encodable... parts) {
    return new DERSequence(parts);
  }

  private static byte[] der(ASN1Sequence it) {
    try {
      return it.getEncoded(ASN1Encoding.DER);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
  }
}
