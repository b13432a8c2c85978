package licencehub.verification.ofd;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import licencehub.model.Digest;
import licencehub.verification.envelope.Claim;
import licencehub.verification.file.Faults;
import licencehub.verification.file.Hash;
import licencehub.verification.file.SealClaim;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.DLSequence;

/**
 * An electronic seal: SESeal of GB/T 38540-2020 (version 4) or GM/T 0031-2014 (version 1).
 *
 * @param der the whole seal
 * @param identifier esID
 * @param signers certificates, or digests of certificates, of those who may use it
 */
record SesSeal(byte[] der, String identifier, SealClaim claim, List<byte[]> signers) {
  private static final String MARK = "ES";
  private static final int CERTIFICATES = 1;

  static SesSeal of(ASN1Sequence seal) throws IOException {
    ASN1Sequence facts = ASN1Sequence.getInstance(seal.getObjectAt(0));
    ASN1Sequence header = ASN1Sequence.getInstance(facts.getObjectAt(0));
    if (!ASN1IA5String.getInstance(header.getObjectAt(0)).getString().equals(MARK)) {
      throw new IllegalArgumentException("a seal is marked ES");
    }
    ASN1Sequence property = ASN1Sequence.getInstance(facts.getObjectAt(2));
    boolean first = seal.size() == 2;
    int times = first ? 3 : 4;
    Instant made = SesTimes.of(property.getObjectAt(times));
    byte[] der = Ses.exact(seal);
    String identifier = ASN1IA5String.getInstance(facts.getObjectAt(1)).getString();
    return new SesSeal(
        der,
        identifier,
        new SealClaim(
            Digest.of(der),
            Faults.shown(identifier),
            property.getObjectAt(1) instanceof ASN1String name
                ? Faults.plain(name.getString())
                : "",
            first ? firstMaker(facts, seal, made) : maker(facts, seal, made),
            SesTimes.of(property.getObjectAt(times + 1)),
            SesTimes.of(property.getObjectAt(times + 2))),
        first ? octets(property.getObjectAt(2)) : listed(property));
  }

  static int version(ASN1Sequence seal) {
    ASN1Sequence facts = ASN1Sequence.getInstance(seal.getObjectAt(0));
    ASN1Sequence header = ASN1Sequence.getInstance(facts.getObjectAt(0));
    return ASN1Integer.getInstance(header.getObjectAt(1)).intValueExact();
  }

  /** Whether it lists this certificate, or its digest. */
  boolean allows(byte[] certificate) {
    if (signers.stream().anyMatch(it -> Arrays.equals(it, certificate))) {
      return true;
    }
    byte[] sm3 = Hash.SM3.of(certificate);
    byte[] sha256 = Hash.SHA256.of(certificate);
    return signers.stream().anyMatch(it -> Arrays.equals(it, sm3) || Arrays.equals(it, sha256));
  }

  private static Claim maker(ASN1Sequence facts, ASN1Sequence seal, Instant made)
      throws IOException {
    return Ses.claim(
        Ses.exact(facts),
        seal.getObjectAt(1),
        seal.getObjectAt(2),
        seal.getObjectAt(3),
        Optional.of(made));
  }

  /** The first version signs the facts together with certificate and algorithm. */
  private static Claim firstMaker(ASN1Sequence facts, ASN1Sequence seal, Instant made)
      throws IOException {
    ASN1Sequence sign = ASN1Sequence.getInstance(seal.getObjectAt(1));
    ASN1Encodable certificate = sign.getObjectAt(0);
    ASN1Encodable algorithm = sign.getObjectAt(1);
    byte[] signed = Ses.exact(new DLSequence(new ASN1Encodable[] {facts, certificate, algorithm}));
    return Ses.claim(signed, certificate, algorithm, sign.getObjectAt(2), Optional.of(made));
  }

  private static List<byte[]> listed(ASN1Sequence property) {
    int type = ASN1Integer.getInstance(property.getObjectAt(2)).intValueExact();
    if (type == CERTIFICATES) {
      return octets(property.getObjectAt(3));
    }
    List<byte[]> digests = new ArrayList<>();
    for (ASN1Encodable it : ASN1Sequence.getInstance(property.getObjectAt(3))) {
      ASN1Sequence one = ASN1Sequence.getInstance(it);
      digests.add(ASN1OctetString.getInstance(one.getObjectAt(1)).getOctets());
    }
    return digests;
  }

  private static List<byte[]> octets(ASN1Encodable list) {
    List<byte[]> all = new ArrayList<>();
    for (ASN1Encodable it : ASN1Sequence.getInstance(list)) {
      all.add(ASN1OctetString.getInstance(it).getOctets());
    }
    return all;
  }
}
