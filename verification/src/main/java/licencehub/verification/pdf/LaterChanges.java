package licencehub.verification.pdf;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import licencehub.verification.envelope.Refused;
import licencehub.verification.file.FileSource;
import licencehub.verification.pdf.RevisionParts.Part;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.jspecify.annotations.Nullable;

/**
 * What came into a PDF after a signature was made. Further signatures may, and what is kept to
 * verify signatures later (DSS); anything that changes what a reader sees may not. What the rules
 * do not know counts as a change.
 */
final class LaterChanges {
  private static final Set<String> CATALOGUE = Set.of("AcroForm", "DSS", "Extensions");
  private static final Set<String> FORM = Set.of("Fields", "SigFlags");
  private static final Set<String> FIELD = Set.of("V", "AP", "M");
  private static final Set<String> DOCUMENT_INFO = Set.of("ModDate");

  private final PdfStructure old;
  private final PdfStructure now;

  private LaterChanges(PdfStructure old, PdfStructure now) {
    this.old = old;
    this.now = now;
  }

  /**
   * The first change that is none of those allowed; empty where there is none.
   *
   * @param end where the signed revision ends
   */
  static Optional<String> of(FileSource file, long end, Budget budget) throws IOException, Refused {
    LaterChanges changes =
        new LaterChanges(
            PdfStructure.read(file, end, end, budget),
            PdfStructure.read(file, file.size(), end, budget));
    Optional<String> found = changes.find();
    budget.settle();
    return found;
  }

  private Optional<String> find() throws Refused {
    for (COSObjectKey key : old.places().keySet()) {
      if (now.freed().contains(key.getNumber())) {
        return Optional.of("object " + key.getNumber() + " removed");
      }
    }
    for (COSName name : new COSName[] {COSName.ROOT, COSName.INFO}) {
      if (!CosCompare.same(old.trailer().getItem(name), now.trailer().getItem(name))) {
        return Optional.of(name.getName());
      }
    }
    Map<COSObjectKey, Part> parts = RevisionParts.of(old);
    for (COSObjectKey key : old.places().keySet()) {
      if (isMoved(key) && !allowed(key, parts.get(key))) {
        return Optional.of("object " + key.getNumber());
      }
    }
    return Optional.empty();
  }

  private boolean isMoved(COSObjectKey key) {
    Long before = old.places().get(key);
    Long after = now.places().get(key);
    if (before == null || !before.equals(after)) {
      return true;
    }
    if (before >= 0) {
      return false;
    }
    COSObjectKey container = new COSObjectKey(-before, 0);
    Long place = old.places().get(container);
    return place == null || place < 0 || !place.equals(now.places().get(container));
  }

  private boolean allowed(COSObjectKey key, @Nullable Part part) {
    @Nullable COSBase before = old.object(key);
    @Nullable COSBase after = now.object(key);
    if (before != null && CosCompare.same(before, after)) {
      return true;
    }
    if (part == null) {
      return false;
    }
    if (part == Part.SECURITY) {
      return true;
    }
    if (part == Part.LIST) {
      return before instanceof COSArray a && after instanceof COSArray b && onlySignatures(a, b);
    }
    return before instanceof COSDictionary a
        && after instanceof COSDictionary b
        && switch (part) {
          case CATALOGUE -> within(a, b, CATALOGUE) && form(a, b);
          case FORM -> formFields(a, b);
          case FIELD -> within(a, b, FIELD) && a.getItem(COSName.V) == null;
          case PAGE -> within(a, b, Set.of("Annots")) && added(a, b, COSName.ANNOTS);
          case DOCUMENT_INFO -> within(a, b, DOCUMENT_INFO);
          case LIST, SECURITY -> false;
        };
  }

  private static boolean form(COSDictionary before, COSDictionary after) {
    COSDictionary a = before.getCOSDictionary(COSName.ACRO_FORM);
    COSDictionary b = after.getCOSDictionary(COSName.ACRO_FORM);
    return b == null ? a == null : formFields(a == null ? new COSDictionary() : a, b);
  }

  private static boolean formFields(COSDictionary before, COSDictionary after) {
    return within(before, after, FORM) && added(before, after, COSName.FIELDS);
  }

  private static boolean within(COSDictionary before, COSDictionary after, Set<String> names) {
    return names.containsAll(CosCompare.differing(before, after));
  }

  private static boolean added(COSDictionary before, COSDictionary after, COSName name) {
    return onlySignatures(before.getCOSArray(name), after.getCOSArray(name));
  }

  private static boolean onlySignatures(@Nullable COSArray before, @Nullable COSArray after) {
    COSArray a = before == null ? new COSArray() : before;
    COSArray b = after == null ? new COSArray() : after;
    if (!CosCompare.startsWith(b, a)) {
      return false;
    }
    for (int i = a.size(); i < b.size(); i++) {
      if (!SignatureFields.isSignature(b.getObject(i))) {
        return false;
      }
    }
    return true;
  }
}
