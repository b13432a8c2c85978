package licencehub.verification.pdf;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** What a certifying signature permits later (ISO 32000-1 section 12.8.2.2). */
final class DocumentPermissions {
  private static final int NOTHING = 1;
  private static final int UNSTATED = 2;
  private static final COSName METHOD = COSName.getPDFName("TransformMethod");
  private static final COSName PARAMETERS = COSName.getPDFName("TransformParams");

  private DocumentPermissions() {}

  static boolean forbidChanges(COSDictionary signature) {
    COSArray references = signature.getCOSArray(COSName.getPDFName("Reference"));
    if (references == null) {
      return false;
    }
    for (int i = 0; i < references.size(); i++) {
      if (references.getObject(i) instanceof COSDictionary it
          && COSName.getPDFName("DocMDP").equals(it.getCOSName(METHOD))
          && it.getCOSDictionary(PARAMETERS) != null
          && it.getCOSDictionary(PARAMETERS).getInt(COSName.P, UNSTATED) == NOTHING) {
        return true;
      }
    }
    return false;
  }
}
