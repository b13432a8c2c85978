package licencehub.verification.pdf;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import licencehub.verification.envelope.Refused;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.jspecify.annotations.Nullable;

/** What the objects of a revision are that a further signature may have to change. */
final class RevisionParts {
  private static final COSName DSS = COSName.getPDFName("DSS");
  private static final int DEEPEST = 32;
  private static final int DEEPEST_SECURITY = 4;

  /** What an object is. */
  enum Part {
    CATALOGUE,
    FORM,
    /** The fields of the form, or the annotations of a page. */
    LIST,
    FIELD,
    PAGE,
    DOCUMENT_INFO,
    /** What is kept to verify signatures later. */
    SECURITY
  }

  private final Map<COSObjectKey, Part> parts = new HashMap<>();

  /** Each node once, however often others point at it. */
  private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private RevisionParts() {}

  static Map<COSObjectKey, Part> of(PdfStructure structure) throws Refused {
    RevisionParts it = new RevisionParts();
    it.collect(structure);
    return it.parts;
  }

  private void collect(PdfStructure old) throws Refused {
    COSDictionary root = old.root();
    note(old.trailer().getItem(COSName.ROOT), Part.CATALOGUE);
    note(old.trailer().getItem(COSName.INFO), Part.DOCUMENT_INFO);
    note(root.getItem(COSName.ACRO_FORM), Part.FORM);
    COSDictionary form = root.getCOSDictionary(COSName.ACRO_FORM);
    if (form != null) {
      note(form.getItem(COSName.FIELDS), Part.LIST);
    }
    for (COSDictionary it : SignatureFields.of(root)) {
      if (it.getKey() != null) {
        parts.put(it.getKey(), Part.FIELD);
      }
    }
    pages(root.getItem(COSName.PAGES), 0);
    security(root.getItem(DSS), 0);
  }

  private void pages(@Nullable COSBase node, int depth) {
    if (!(resolved(node) instanceof COSDictionary it) || depth > DEEPEST || !seen.add(it)) {
      return;
    }
    COSArray kids = it.getCOSArray(COSName.KIDS);
    if (kids == null) {
      note(node, Part.PAGE);
      note(it.getItem(COSName.ANNOTS), Part.LIST);
    } else {
      kids.forEach(kid -> pages(kid, depth + 1));
    }
  }

  private void security(@Nullable COSBase node, int depth) {
    note(node, Part.SECURITY);
    COSBase it = resolved(node);
    if (it == null || depth >= DEEPEST_SECURITY || !seen.add(it)) {
      return;
    }
    if (it instanceof COSDictionary dictionary) {
      dictionary.getValues().forEach(value -> security(value, depth + 1));
    } else if (it instanceof COSArray array) {
      array.forEach(value -> security(value, depth + 1));
    }
  }

  private static @Nullable COSBase resolved(@Nullable COSBase it) {
    return it instanceof COSObject reference ? reference.getObject() : it;
  }

  private void note(@Nullable COSBase item, Part part) {
    if (item instanceof COSObject reference) {
      parts.putIfAbsent(reference.getKey(), part);
    }
  }
}
