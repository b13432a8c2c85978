package licencehub.verification.drawing;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import licencehub.verification.envelope.Refused;
import licencehub.verification.ofd.OfdPackage;
import licencehub.verification.ofd.SealFace;
import licencehub.verification.ofd.XmlElement;

/** Draws the faces of the seals on a page (StampAnnot, GB/T 33190 section 18.2.4). */
final class SealPainter {
  private final OfdDrawing drawing;
  private final Allowance allowance;

  /**
   * @param drawing draws faces that are OFD files themselves
   */
  SealPainter(OfdDrawing drawing, Allowance allowance) {
    this.drawing = drawing;
    this.allowance = allowance;
  }

  void paint(OfdPackage pack, Page page, Graphics2D graphics) throws IOException, Refused {
    for (SealFace face : SealFace.of(pack)) {
      for (XmlElement stamp : face.stamps()) {
        if (stamp.attribute("PageRef").orElse("").equals(page.id())) {
          stamp(face, stamp, graphics);
        }
      }
    }
  }

  private void stamp(SealFace face, XmlElement stamp, Graphics2D graphics) throws IOException {
    AffineTransform before = graphics.getTransform();
    Shape clip = graphics.getClip();
    try {
      Rectangle2D.Double box = Numbers.box(stamp.attribute("Boundary").orElse(""));
      graphics.translate(box.x, box.y);
      stamp.attribute("Clip").map(Numbers::box).ifPresent(graphics::clip);
      graphics.scale(box.width, box.height);
      face(face, graphics);
    } catch (Refused | IllegalArgumentException e) {
      allowance.leaveOut(Gap.SEAL);
    } finally {
      graphics.setTransform(before);
      graphics.setClip(clip);
    }
  }

  private void face(SealFace face, Graphics2D graphics) throws IOException, Refused {
    if (face.type().equalsIgnoreCase("ofd")) {
      Path file = Files.createTempFile("face", ".ofd");
      try {
        Files.write(file, face.picture());
        drawing.inset(file, graphics);
      } finally {
        Files.delete(file);
      }
      return;
    }
    Optional<BufferedImage> picture = Pictures.read(face.picture(), allowance);
    if (picture.isEmpty()) {
      allowance.leaveOut(Gap.SEAL);
    } else {
      Ink.picture(graphics, picture.get(), 1);
    }
  }
}
