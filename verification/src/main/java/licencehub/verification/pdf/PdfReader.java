package licencehub.verification.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import licencehub.verification.envelope.Bounds;
import licencehub.verification.envelope.Cms;
import licencehub.verification.envelope.Refused;
import licencehub.verification.file.Deadline;
import licencehub.verification.file.Faults;
import licencehub.verification.file.FileBounds;
import licencehub.verification.file.FileContents;
import licencehub.verification.file.FileSignature;
import licencehub.verification.file.FileSource;
import licencehub.verification.x509.Certificates;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;

/** Takes a PDF apart and decides everything about its signatures that needs no trust. */
public final class PdfReader {
  /** The checks this engine answers for every signature, in this order. */
  public static final List<String> CHECKS = SignatureReader.CHECKS;

  private static final int MOST_ENTRIES = 100;
  private static final int LONGEST_VALUE = 4_000;
  private static final int OBJECTS = 100;

  private final FileBounds bounds;
  private final Cms cms;

  public PdfReader(FileBounds bounds, Certificates certificates) {
    this.bounds = bounds;
    this.cms = new Cms(Bounds.USUAL, certificates);
  }

  public FileContents read(FileSource file, Deadline deadline) throws IOException, Refused {
    Budget budget = new Budget(deadline, bounds.entries() * OBJECTS);
    PdfStructure structure = PdfStructure.read(file, file.size(), file.size(), budget);
    List<COSDictionary> dictionaries = dictionaries(structure.root());
    budget.settle();
    long reach = 0;
    for (COSDictionary it : dictionaries) {
      reach =
          Math.max(
              reach,
              ByteRange.of(it.getCOSArray(COSName.BYTERANGE)).map(ByteRange::end).orElse(0L));
    }
    SignatureReader reader = new SignatureReader(file, budget, cms, reach);
    List<FileSignature> signatures = new ArrayList<>();
    for (COSDictionary it : dictionaries) {
      signatures.add(reader.read(it));
    }
    FileContents contents =
        new FileContents(
            "PDF " + file.size() + " B, " + structure.places().size() + " objects",
            documentId(structure.trailer()),
            entries(structure.trailer()),
            signatures);
    budget.settle();
    return contents;
  }

  /** The values of all signed signature fields, each once. */
  private List<COSDictionary> dictionaries(COSDictionary root) throws Refused {
    Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<COSDictionary> all = new ArrayList<>();
    for (COSDictionary field : SignatureFields.of(root)) {
      COSDictionary value = field.getCOSDictionary(COSName.V);
      if (value != null && seen.add(value)) {
        all.add(value);
      }
    }
    if (all.size() > bounds.signatures()) {
      throw Faults.beyond(
          "签名过多，最多" + bounds.signatures() + "个",
          "more than " + bounds.signatures() + " signatures");
    }
    return all;
  }

  private static String documentId(COSDictionary trailer) {
    COSArray id = trailer.getCOSArray(COSName.ID);
    return id != null && id.size() > 0 && id.getObject(0) instanceof COSString it
        ? HexFormat.of().formatHex(it.getBytes())
        : "";
  }

  /** The document information dictionary, texts only. */
  private static Map<String, List<String>> entries(COSDictionary trailer) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    COSDictionary info = trailer.getCOSDictionary(COSName.INFO);
    if (info == null) {
      return all;
    }
    for (COSName name : info.keySet()) {
      if (all.size() < MOST_ENTRIES
          && info.getDictionaryObject(name) instanceof COSString it
          && it.getBytes().length <= LONGEST_VALUE) {
        all.put(name.getName(), List.of(it.getString()));
      }
    }
    return all;
  }
}
