package licencehub.verification.ofd;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import licencehub.verification.envelope.Refused;
import licencehub.verification.file.Deadline;
import licencehub.verification.file.Faults;
import licencehub.verification.file.FileBounds;
import licencehub.verification.file.FileSource;
import licencehub.verification.file.Hash;

/**
 * Signs a package as a whole: every entry but the list of signatures, so that others can sign
 * after. What was signed before stays as it is.
 */
public final class OfdSealing {
  private static final String ROOT = "OFD.xml";
  private static final Pattern DOCUMENT = Pattern.compile("</((?:\\w+:)?)DocRoot\\s*>");
  private static final Pattern LIST_END = Pattern.compile("</((?:\\w+:)?)Signatures\\s*>");

  private final FileBounds bounds;
  private final Deadline deadline;

  /** What makes the signed value of Signature.xml. */
  public interface Value {
    byte[] of(byte[] file, String place);
  }

  public OfdSealing(FileBounds bounds, Deadline deadline) {
    this.bounds = bounds;
    this.deadline = deadline;
  }

  /** What an electronic seal's signed value is made with. */
  public static Value sealed(byte[] seal, Instant at, Signing signer) {
    return (file, place) -> SesWriter.signature(seal, Hash.SM3.of(file), "/" + place, at, signer);
  }

  /**
   * @param seal the electronic seal; empty for a plain signature
   */
  public void sign(Path from, Path to, Optional<byte[]> seal, Instant at, Value value)
      throws IOException, Refused {
    try (FileSource file = FileSource.open(from);
        OfdPackage pack = OfdPackage.open(file, bounds, deadline);
        ZipWriter zip = new ZipWriter(to)) {
      SignatureList list = SignatureList.of(pack);
      for (ZipItem it : pack.items()) {
        if (!it.folder() && !it.name().equals(ROOT) && !it.name().equals(list.place())) {
          zip.add(it.name(), sink -> pack.copy(it, sink));
        }
      }
      zip.add(ROOT, list.isNew() ? listed(pack, list) : pack.bytes(pack.item(ROOT)));
      String folder = list.folder();
      if (seal.isPresent()) {
        zip.add(folder + "Seal.esl", seal.get());
      }
      String place = folder + "Signature.xml";
      byte[] signature = SignatureFile.write(zip.digests(), folder, seal, at, PageSize.of(pack));
      zip.add(list.place(), list.with(place, seal.isPresent()));
      zip.add(place, signature);
      zip.add(folder + "SignedValue.dat", value.of(signature, place));
    }
  }

  /** OFD.xml with the place of the list; everything else stays letter for letter. */
  private static byte[] listed(OfdPackage pack, SignatureList list) throws IOException, Refused {
    String root = new String(pack.bytes(pack.item(ROOT)), UTF_8);
    Matcher end = DOCUMENT.matcher(root);
    if (!end.find()) {
      throw Faults.unreadable("OFD.xml缺少DocRoot", "OFD.xml lacks DocRoot");
    }
    String prefix = end.group(1);
    return (root.substring(0, end.end())
            + ("<" + prefix + "Signatures>/" + list.place() + "</" + prefix + "Signatures>")
            + root.substring(end.end()))
        .getBytes(UTF_8);
  }

  /**
   * The list of signatures, as it stands.
   *
   * @param place where it stands, or will
   * @param text empty where there is none yet
   */
  private record SignatureList(String place, String text, int count) {
    static SignatureList of(OfdPackage pack) throws IOException, Refused {
      XmlElement body =
          pack.xml(pack.item(ROOT))
              .child("DocBody")
              .orElseThrow(() -> Faults.unreadable("OFD.xml缺少DocBody", "OFD.xml lacks DocBody"));
      Optional<String> known = body.textOf("Signatures");
      if (known.isEmpty()) {
        String document = pack.required(body.textOf("DocRoot").orElse(""), ROOT).name();
        String folder = document.substring(0, document.lastIndexOf('/') + 1);
        return new SignatureList(folder + "Signs/Signatures.xml", "", 0);
      }
      ZipItem list = pack.required(known.get(), ROOT);
      int count = pack.xml(list).children("Signature").size();
      return new SignatureList(list.name(), new String(pack.bytes(list), UTF_8), count);
    }

    boolean isNew() {
      return text.isEmpty();
    }

    String folder() {
      return place.substring(0, place.lastIndexOf('/') + 1) + "Sign_" + count + '/';
    }

    byte[] with(String signature, boolean seal) throws Refused {
      String old =
          isNew()
              ? "<ofd:Signatures "
                  + OfdText.NAMESPACE
                  + "><ofd:MaxSignId>16</ofd:MaxSignId></ofd:Signatures>"
              : text.replaceFirst("<\\?xml[^>]*>\\s*", "");
      Matcher end = LIST_END.matcher(old);
      if (!end.find()) {
        throw Faults.unreadable("签名列表无法追加", "nothing can be added to the list of signatures");
      }
      String prefix = end.group(1);
      String one =
          "<%sSignature ID=\"%d\" Type=\"%s\" BaseLoc=\"/%s\"/>"
              .formatted(prefix, count + 1, seal ? "Seal" : "Sign", signature);
      return OfdText.xml(old.substring(0, end.start()) + one + old.substring(end.start()));
    }
  }
}
