package licencehub.verification.pdf;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/** Compares objects of two revisions without following references; streams never are the same. */
final class CosCompare {
  private CosCompare() {}

  /** The names whose values are not the same in both. */
  static Set<String> differing(COSDictionary old, COSDictionary now) {
    Set<String> names = new TreeSet<>();
    old.keySet().forEach(it -> names.add(it.getName()));
    now.keySet().forEach(it -> names.add(it.getName()));
    names.removeIf(
        it -> same(old.getItem(COSName.getPDFName(it)), now.getItem(COSName.getPDFName(it))));
    return names;
  }

  static boolean same(@Nullable COSBase a, @Nullable COSBase b) {
    if (a == null || b == null) {
      return a == null && b == null;
    }
    if (a instanceof COSStream || b instanceof COSStream) {
      return false;
    }
    if (a instanceof COSObject x && b instanceof COSObject y) {
      return x.getKey().equals(y.getKey());
    }
    if (a instanceof COSDictionary x && b instanceof COSDictionary y) {
      return differing(x, y).isEmpty();
    }
    if (a instanceof COSArray x && b instanceof COSArray y) {
      return x.size() == y.size() && startsWith(y, x);
    }
    if (a instanceof COSString x && b instanceof COSString y) {
      return Arrays.equals(x.getBytes(), y.getBytes());
    }
    return a.equals(b);
  }

  /** Whether {@code longer} begins with all of {@code shorter}. */
  static boolean startsWith(COSArray longer, COSArray shorter) {
    if (longer.size() < shorter.size()) {
      return false;
    }
    for (int i = 0; i < shorter.size(); i++) {
      if (!same(shorter.get(i), longer.get(i))) {
        return false;
      }
    }
    return true;
  }
}
