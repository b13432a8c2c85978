package licencehub.verification.pdf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/** Walks the fields of a form (ISO 32000-1 section 12.7.3), each once. */
final class SignatureFields {
  private static final int DEEPEST = 32;
  private final List<COSDictionary> fields = new ArrayList<>();
  private final Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private SignatureFields() {}

  /** All signature fields, signed or not. */
  static List<COSDictionary> of(COSDictionary root) {
    SignatureFields walk = new SignatureFields();
    COSDictionary form = root.getCOSDictionary(COSName.ACRO_FORM);
    if (form != null) {
      walk.walk(form.getCOSArray(COSName.FIELDS), null, 0);
    }
    return walk.fields;
  }

  static boolean isSignature(@Nullable COSBase field) {
    return field instanceof COSDictionary it
        && (COSName.SIG.equals(it.getCOSName(COSName.FT))
            || (it.getCOSDictionary(COSName.PARENT) != null
                && COSName.SIG.equals(it.getCOSDictionary(COSName.PARENT).getCOSName(COSName.FT))));
  }

  private void walk(@Nullable COSArray kids, @Nullable COSName inherited, int depth) {
    if (kids == null || depth > DEEPEST) {
      return;
    }
    for (int i = 0; i < kids.size(); i++) {
      if (kids.getObject(i) instanceof COSDictionary field && seen.add(field)) {
        COSName own = field.getCOSName(COSName.FT);
        COSName type = own == null ? inherited : own;
        if (COSName.SIG.equals(type)) {
          fields.add(field);
        }
        walk(field.getCOSArray(COSName.KIDS), type, depth + 1);
      }
    }
  }
}
