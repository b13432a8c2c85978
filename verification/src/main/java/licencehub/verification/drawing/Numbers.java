package licencehub.verification.drawing;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import licencehub.verification.ofd.XmlElement;

/**
 * Numbers as OFD writes them (ST_Array, ST_Box, ST_Pos; GB/T 33190 section 7.3). What is no number
 * of a size a page can have is an {@link IllegalArgumentException}.
 */
final class Numbers {
  /** Millimetres beyond which nothing can be seen. */
  private static final double FARTHEST = 1e6;

  private static final int MOST = 100_000;

  private Numbers() {}

  static double of(String text) {
    double value = Double.parseDouble(text.strip());
    if (!Double.isFinite(value) || Math.abs(value) > FARTHEST) {
      throw new IllegalArgumentException("no size of a page");
    }
    return value;
  }

  static double of(XmlElement element, String attribute, double otherwise) {
    return element.attribute(attribute).map(Numbers::of).orElse(otherwise);
  }

  static double[] list(String text) {
    String clean = text.strip();
    String[] parts = clean.isEmpty() ? new String[0] : clean.split("[\\s,]+", -1);
    double[] all = new double[parts.length];
    for (int i = 0; i < parts.length; i++) {
      all[i] =
          parts[i].startsWith("#")
              ? Integer.parseInt(parts[i], 1, parts[i].length(), 16)
              : of(parts[i]);
    }
    return all;
  }

  static Rectangle2D.Double box(String text) {
    double[] four = list(text);
    if (four.length != 4 || four[2] < 0 || four[3] < 0) {
      throw new IllegalArgumentException("no box");
    }
    return new Rectangle2D.Double(four[0], four[1], four[2], four[3]);
  }

  /** From the object's own space to that of what it stands in. */
  static AffineTransform matrix(String text) {
    double[] six = list(text);
    if (six.length != 6) {
      throw new IllegalArgumentException("no matrix");
    }
    return new AffineTransform(six);
  }

  /** Steps between letters, where {@code g n v} stands for n times v (section 11.3). */
  static List<Double> steps(String text) {
    List<Double> all = new ArrayList<>();
    String[] parts = text.isBlank() ? new String[0] : text.strip().split("\\s+", -1);
    for (int i = 0; i < parts.length; i++) {
      boolean run = parts[i].equals("g") && i + 2 < parts.length;
      int times = run ? Integer.parseInt(parts[i + 1]) : 1;
      i += run ? 2 : 0;
      double value = of(parts[i]);
      if (times < 0 || all.size() + (long) times > MOST) {
        throw new IllegalArgumentException("too many steps");
      }
      for (int n = 0; n < times; n++) {
        all.add(value);
      }
    }
    return all;
  }
}
