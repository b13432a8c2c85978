package licencehub.verification.drawing;

import java.awt.AlphaComposite;
import java.awt.Composite;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** How everything is put on paper. */
final class Ink {
  private Ink() {}

  static void smooth(Graphics2D graphics) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  /** Fills the unit square. */
  static void picture(Graphics2D graphics, BufferedImage picture, double opacity) {
    Composite before = graphics.getComposite();
    graphics.setComposite(
        AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) Math.clamp(opacity, 0.0, 1.0)));
    graphics.drawImage(
        picture,
        AffineTransform.getScaleInstance(1.0 / picture.getWidth(), 1.0 / picture.getHeight()),
        null);
    graphics.setComposite(before);
  }
}
