package licencehub.verification.drawing;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import licencehub.verification.envelope.Refused;
import licencehub.verification.ofd.OfdPackage;
import licencehub.verification.ofd.XmlElement;
import licencehub.verification.ofd.ZipItem;

/** Draws the annotations of a page, watermarks among them (GB/T 33190 section 15). */
final class AnnotationPainter {
  private final Graphics2D graphics;
  private final ObjectPainter painter;
  private final Allowance allowance;

  AnnotationPainter(Graphics2D graphics, ObjectPainter painter, Allowance allowance) {
    this.graphics = graphics;
    this.painter = painter;
    this.allowance = allowance;
  }

  /**
   * @param list the document's list of annotations
   * @param page identifier of the page
   */
  void paint(OfdPackage pack, ZipItem list, String page) throws IOException, Refused {
    for (XmlElement entry : pack.xml(list).children("Page")) {
      if (entry.attribute("PageID").orElse("").equals(page)) {
        Optional<ZipItem> file = entry.textOf("FileLoc").flatMap(it -> pack.find(it, list.name()));
        if (file.isEmpty()) {
          allowance.leaveOut(Gap.ANNOTATION);
        } else {
          for (XmlElement it : pack.xml(file.get()).children("Annot")) {
            one(it);
          }
        }
      }
    }
  }

  private void one(XmlElement annotation) throws IOException, Refused {
    Optional<XmlElement> face = annotation.child("Appearance");
    if (face.isEmpty() || annotation.attribute("Visible").orElse("true").equals("false")) {
      return;
    }
    AffineTransform before = graphics.getTransform();
    try {
      Optional<Rectangle2D.Double> box = face.get().attribute("Boundary").map(Numbers::box);
      box.ifPresent(it -> graphics.translate(it.x, it.y));
      painter.group(face.get(), new Style(List.of()));
    } catch (IllegalArgumentException e) {
      allowance.leaveOut(Gap.ANNOTATION);
    } finally {
      graphics.setTransform(before);
    }
  }
}
