package licencehub.verification.ofd;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import licencehub.model.Digest;
import licencehub.verification.envelope.Claim;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;

/**
 * An electronic seal's signature: SES_Signature of GB/T 38540-2020 (version 4) or GM/T 0031-2014
 * (version 1). The constructors of ASN.1 answer what is not one with unchecked exceptions.
 *
 * @param claim who signed TBS_Sign
 * @param dataHash digest of Signature.xml
 * @param propertyInfo where Signature.xml stands
 */
record Ses(Claim claim, SesSeal seal, byte[] dataHash, String propertyInfo) {
  private static final int FIRST = 2;

  /** What a SignedValue.dat is, by its shape. */
  enum Form {
    V4("GB/T 38540 v4"),
    V1("GM/T 0031 v1"),
    PLAIN("GB/T 35275"),
    UNKNOWN("");

    private final String shown;

    Form(String shown) {
      this.shown = shown;
    }

    String shown() {
      return shown;
    }
  }

  static Ses of(ASN1Sequence outer, Form form) throws IOException {
    return form == Form.V1 ? first(outer) : fourth(outer);
  }

  private static Ses fourth(ASN1Sequence outer) throws IOException {
    ASN1Sequence signed = ASN1Sequence.getInstance(outer.getObjectAt(0));
    Claim claim =
        claim(
            exact(signed),
            outer.getObjectAt(1),
            outer.getObjectAt(2),
            outer.getObjectAt(3),
            Optional.of(SesTimes.of(signed.getObjectAt(2))));
    return of(claim, signed);
  }

  private static Ses first(ASN1Sequence outer) throws IOException {
    ASN1Sequence signed = ASN1Sequence.getInstance(outer.getObjectAt(0));
    Claim claim =
        claim(
            exact(signed),
            signed.getObjectAt(5),
            signed.getObjectAt(6),
            outer.getObjectAt(1),
            SesTimes.ofBits(bits(signed.getObjectAt(2))));
    return of(claim, signed);
  }

  private static Ses of(Claim claim, ASN1Sequence signed) throws IOException {
    return new Ses(
        claim,
        SesSeal.of(ASN1Sequence.getInstance(signed.getObjectAt(1))),
        bits(signed.getObjectAt(3)),
        ASN1IA5String.getInstance(signed.getObjectAt(4)).getString());
  }

  /** Tells the versions apart by the number of elements, as their makers do. */
  static Form form(ASN1Sequence outer) {
    if (outer.size() == 0) {
      return Form.UNKNOWN;
    }
    ASN1Encodable head = outer.getObjectAt(0);
    if (head instanceof ASN1ObjectIdentifier || head instanceof org.bouncycastle.asn1.ASN1Integer) {
      return Form.PLAIN;
    }
    if (!(head instanceof ASN1Sequence signed)
        || signed.size() < 5
        || !(signed.getObjectAt(1) instanceof ASN1Sequence seal)) {
      return Form.UNKNOWN;
    }
    if (outer.size() == FIRST && seal.size() == FIRST) {
      return Form.V1;
    }
    return outer.size() > FIRST && seal.size() >= 4 && SesSeal.version(seal) == 4
        ? Form.V4
        : Form.UNKNOWN;
  }

  /** What an unknown form calls itself, for the report. */
  static String named(ASN1Sequence outer) {
    try {
      ASN1Sequence signed = ASN1Sequence.getInstance(outer.getObjectAt(0));
      return "SES v" + SesSeal.version(ASN1Sequence.getInstance(signed.getObjectAt(1)));
    } catch (RuntimeException e) {
      // Nothing like a seal; the ASN.1 reader's exceptions are of many kinds.
      return "不是签章结构 not the structure of a seal, " + outer.size() + " elements";
    }
  }

  static Claim claim(
      byte[] signed,
      ASN1Encodable certificate,
      ASN1Encodable algorithm,
      ASN1Encodable signature,
      Optional<Instant> at) {
    byte[] der = ASN1OctetString.getInstance(certificate).getOctets();
    return new Claim(
        algorithm(ASN1ObjectIdentifier.getInstance(algorithm)),
        Digest.of(der),
        List.of(der),
        true,
        signed,
        bits(signature),
        at.orElse(null));
  }

  /** The bytes as they were signed: definite lengths, everything else as it came. */
  static byte[] exact(ASN1Sequence it) throws IOException {
    return it.getEncoded(ASN1Encoding.DL);
  }

  static byte[] bits(ASN1Encodable it) {
    return ASN1BitString.getInstance(it).getOctets();
  }

  private static String algorithm(ASN1ObjectIdentifier it) {
    return switch (it.getId()) {
      case "1.2.156.10197.1.501", "1.2.156.10197.1.301.1", "1.2.156.10197.1.301" -> "SM2-SM3";
      case "1.2.840.10045.4.3.2" -> "ES256";
      case "1.2.840.113549.1.1.11" -> "RS256";
      default -> it.getId();
    };
  }
}
