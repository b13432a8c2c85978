package licencehub.verification.ofd;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import licencehub.verification.envelope.Refused;
import licencehub.verification.file.Faults;
import licencehub.verification.x509.DerBounds;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;

/**
 * What a seal looks like and where it stands. Nothing is said about whether it is valid.
 *
 * @param type of the picture; empty, with no bytes, where the seal cannot be read
 * @param stamps StampAnnot elements
 */
public record SealFace(String type, byte[] picture, List<XmlElement> stamps) {
  private static final String ROOT = "OFD.xml";
  private static final int DEPTH = 24;
  private static final int ELEMENTS = 20_000;
  private static final int MOST = 64;

  public SealFace {
    stamps = List.copyOf(stamps);
  }

  /** The seals of a package, in the order of its list. */
  public static List<SealFace> of(OfdPackage pack) throws IOException, Refused {
    Optional<String> place =
        pack.xml(pack.item(ROOT)).child("DocBody").flatMap(it -> it.textOf("Signatures"));
    List<SealFace> all = new ArrayList<>();
    if (place.isPresent()) {
      ZipItem list = pack.required(place.get(), ROOT);
      List<XmlElement> entries = pack.xml(list).children("Signature");
      if (entries.size() > MOST) {
        throw Faults.beyond("签名过多", "too many signatures");
      }
      for (XmlElement it : entries) {
        Listed one = Listed.of(pack, it, list.name());
        all.add(of(pack.bytes(one.value()), one.info().children("StampAnnot")));
      }
    }
    return all;
  }

  private static SealFace of(byte[] value, List<XmlElement> stamps) {
    if (DerBounds.of(value, DEPTH, ELEMENTS) != DerBounds.Shape.SOUND) {
      return new SealFace("", new byte[0], stamps);
    }
    try {
      ASN1Sequence signed =
          ASN1Sequence.getInstance(ASN1Sequence.getInstance(value).getObjectAt(0));
      ASN1Sequence seal = ASN1Sequence.getInstance(signed.getObjectAt(1));
      ASN1Sequence facts = ASN1Sequence.getInstance(seal.getObjectAt(0));
      ASN1Sequence picture = ASN1Sequence.getInstance(facts.getObjectAt(3));
      return new SealFace(
          ASN1IA5String.getInstance(picture.getObjectAt(0)).getString(),
          ASN1OctetString.getInstance(picture.getObjectAt(1)).getOctets(),
          stamps);
    } catch (RuntimeException e) {
      // A plain signature, or an unknown form; the ASN.1 reader's exceptions are of many kinds.
      return new SealFace("", new byte[0], stamps);
    }
  }
}
