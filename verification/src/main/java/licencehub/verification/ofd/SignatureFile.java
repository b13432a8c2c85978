package licencehub.verification.ofd;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;

/** Writes Signature.xml (GB/T 33190 section 18.2). */
final class SignatureFile {
  private static final DateTimeFormatter BEIJING =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.ofHours(8));
  private static final int MARGIN = 20;

  private SignatureFile() {}

  static byte[] write(
      Map<String, byte[]> digests,
      String folder,
      Optional<byte[]> seal,
      Instant at,
      PageSize page) {
    StringBuilder all = new StringBuilder("<ofd:Signature ").append(OfdText.NAMESPACE);
    all.append("><ofd:SignedInfo><ofd:Provider ProviderName=\"licencehub\" Version=\"1\"/>");
    all.append("<ofd:SignatureMethod>1.2.156.10197.1.501</ofd:SignatureMethod>");
    all.append("<ofd:SignatureDateTime>").append(BEIJING.format(at));
    all.append("</ofd:SignatureDateTime><ofd:References CheckMethod=\"1.2.156.10197.1.401\">");
    digests.forEach(
        (name, digest) ->
            all.append("<ofd:Reference FileRef=\"/")
                .append(OfdText.escaped(name))
                .append("\"><ofd:CheckValue>")
                .append(Base64.getEncoder().encodeToString(digest))
                .append("</ofd:CheckValue></ofd:Reference>"));
    all.append("</ofd:References>");
    seal.ifPresent(it -> all.append(face(it, folder, page)));
    all.append("</ofd:SignedInfo><ofd:SignedValue>/").append(folder);
    return OfdText.xml(all.append("SignedValue.dat</ofd:SignedValue></ofd:Signature>").toString());
  }

  /** Where the seal shows: at the lower right of the first page. */
  private static String face(byte[] seal, String folder, PageSize page) {
    ASN1Sequence facts = ASN1Sequence.getInstance(ASN1Sequence.getInstance(seal).getObjectAt(0));
    ASN1Sequence picture = ASN1Sequence.getInstance(facts.getObjectAt(3));
    int width = ASN1Integer.getInstance(picture.getObjectAt(2)).intValueExact();
    int height = ASN1Integer.getInstance(picture.getObjectAt(3)).intValueExact();
    return String.format(
        Locale.ROOT,
        "<ofd:StampAnnot ID=\"1\" PageRef=\"%s\" Boundary=\"%.1f %.1f %d %d\"/>"
            + "<ofd:Seal><ofd:BaseLoc>/%sSeal.esl</ofd:BaseLoc></ofd:Seal>",
        OfdText.escaped(page.page()),
        Math.max(0, page.width() - width - MARGIN),
        Math.max(0, page.height() - height - MARGIN),
        width,
        height,
        folder);
  }
}
