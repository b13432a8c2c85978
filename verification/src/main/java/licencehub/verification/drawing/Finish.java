package licencehub.verification.drawing;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * What is done to a page that was drawn: what it may be used for across it, what it lacks below.
 */
public final class Finish {
  private static final Color MARK = new Color(120, 120, 120, 70);
  private static final Color NOTE = new Color(150, 60, 0);
  private static final double SLOPE = Math.toRadians(-30);
  private static final int MARKS = 4;
  private static final int LETTER_PARTS = 45;
  private static final int NOTE_PARTS = 60;
  private static final int LARGEST_NOTE = 22;

  private final Fonts fonts;

  public Finish(Fonts fonts) {
    this.fonts = fonts;
  }

  /**
   * @param watermark empty for none
   */
  public byte[] png(BufferedImage page, String watermark, Map<Gap, Integer> gaps) {
    if (!watermark.isEmpty()) {
      mark(page, watermark);
    }
    BufferedImage all = gaps.isEmpty() ? page : noted(page, gaps);
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(all, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
  }

  private void mark(BufferedImage page, String watermark) {
    Graphics2D graphics = page.createGraphics();
    smooth(graphics);
    graphics.setColor(MARK);
    float size = Math.max(8, page.getWidth() / (float) LETTER_PARTS);
    FontMetrics letters = graphics.getFontMetrics(font(size));
    graphics.setFont(letters.getFont());
    int width = letters.stringWidth(watermark);
    for (int i = 0; i < MARKS; i++) {
      Graphics2D one = (Graphics2D) graphics.create();
      one.translate(page.getWidth() / 2.0, page.getHeight() * (i + 0.5) / MARKS);
      one.rotate(SLOPE);
      one.drawString(watermark, -width / 2, 0);
      one.dispose();
    }
    graphics.dispose();
  }

  /** A strip below the page, so that the notes stay with the picture. */
  private BufferedImage noted(BufferedImage page, Map<Gap, Integer> gaps) {
    float size = Math.clamp(page.getWidth() / (float) NOTE_PARTS, 8, LARGEST_NOTE);
    Font font = font(size);
    List<String> lines = lines(gaps);
    int line = Math.round(size * 1.6f);
    int height = line * lines.size() + line;
    BufferedImage all =
        new BufferedImage(page.getWidth(), page.getHeight() + height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = all.createGraphics();
    smooth(graphics);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, all.getWidth(), all.getHeight());
    graphics.drawImage(page, 0, 0, null);
    graphics.setColor(NOTE);
    graphics.fillRect(0, page.getHeight(), all.getWidth(), 2);
    graphics.setFont(font);
    for (int i = 0; i < lines.size(); i++) {
      graphics.drawString(lines.get(i), line, page.getHeight() + line * (i + 1) + line / 4);
    }
    graphics.dispose();
    return all;
  }

  private List<String> lines(Map<Gap, Integer> gaps) {
    List<String> all = new ArrayList<>();
    boolean chinese = fonts.chinese().isPresent();
    gaps.forEach(
        (gap, count) ->
            all.add(
                (chinese ? "预览说明：" + gap.text().zh() + " " : "Note: ")
                    + gap.text().en()
                    + " ×"
                    + count));
    return all;
  }

  private Font font(float size) {
    Optional<String> family = fonts.chinese();
    return new Font(family.orElse(Font.SANS_SERIF), Font.PLAIN, 1).deriveFont(size);
  }

  private static void smooth(Graphics2D graphics) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
  }
}
