package licencehub.verification.ofd;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import licencehub.verification.envelope.Claim;
import licencehub.verification.envelope.Cms;
import licencehub.verification.envelope.Content;
import licencehub.verification.envelope.Refused;
import licencehub.verification.file.Faults;
import licencehub.verification.file.Hash;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DLSequence;
import org.bouncycastle.asn1.DLTaggedObject;

/**
 * A signature without a seal (GM/T 0099-2020 section 7.2.2): a CMS about Signature.xml. Makers
 * differ in whether it encloses the digest of that file, the file itself, or nothing.
 *
 * @param fits whether what it is about is Signature.xml
 */
record PlainForm(Claim claim, boolean fits) {
  private static final ASN1ObjectIdentifier SIGNED =
      new ASN1ObjectIdentifier("1.2.156.10197.6.1.4.2.2");

  /** Some makers leave out the outermost layer, which says that it is signed data. */
  static byte[] whole(ASN1Sequence outer, byte[] bytes) throws IOException {
    return outer.getObjectAt(0) instanceof ASN1Integer
        ? new DLSequence(
                new org.bouncycastle.asn1.ASN1Encodable[] {
                  SIGNED, new DLTaggedObject(true, 0, outer)
                })
            .getEncoded()
        : bytes;
  }

  static PlainForm read(Cms cms, byte[] bytes, byte[] file) throws Refused {
    Content content = cms.readEither(bytes, file);
    if (content.claims().size() != 1) {
      throw Faults.unreadable("一个签名只能有一个签名人", "one signature has one signer");
    }
    Claim claim = content.claims().get(0);
    Optional<Hash> hash = Hash.of(claim.algorithm());
    boolean about =
        Arrays.equals(content.payload(), file)
            || hash.filter(it -> MessageDigest.isEqual(content.payload(), it.of(file))).isPresent();
    return new PlainForm(claim, about && (claim.direct() || vouched(claim, content, hash)));
  }

  private static boolean vouched(Claim claim, Content content, Optional<Hash> hash) {
    Optional<byte[]> digest = Cms.vouched(claim.signed());
    return digest.isPresent()
        && hash.filter(it -> MessageDigest.isEqual(digest.get(), it.of(content.payload())))
            .isPresent();
  }
}
