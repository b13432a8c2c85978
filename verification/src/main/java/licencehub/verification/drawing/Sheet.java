package licencehub.verification.drawing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/**
 * The paper a page is drawn on, in pixels; its graphics count millimetres.
 *
 * @param image white when it is new
 * @param scale pixels in a millimetre
 */
public record Sheet(BufferedImage image, double scale) {
  /** About 150 dots an inch: small print can be read. */
  private static final double USUAL = 6;

  private static final int LONGEST_EDGE = 2_400;

  /** A page larger than the longest picture is drawn smaller. */
  public static Sheet of(double width, double height) {
    double scale = scale(width, height);
    int across = (int) Math.max(1, Math.round(width * scale));
    int down = (int) Math.max(1, Math.round(height * scale));
    BufferedImage image = new BufferedImage(across, down, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, across, down);
    graphics.dispose();
    return new Sheet(image, scale);
  }

  /** Pixels in a millimetre, for a page of so many millimetres. */
  public static double scale(double width, double height) {
    return Math.min(USUAL, LONGEST_EDGE / Math.max(width, height));
  }

  /** In millimetres. */
  Graphics2D graphics() {
    Graphics2D graphics = image.createGraphics();
    Ink.smooth(graphics);
    graphics.clipRect(0, 0, image.getWidth(), image.getHeight());
    graphics.scale(scale, scale);
    return graphics;
  }
}
