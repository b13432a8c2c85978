package licencehub.verification.drawing;

import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.StringTokenizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import licencehub.verification.envelope.Refused;

/** Reads the lines of a path (AbbreviatedData, GB/T 33190 section 9.3). */
final class PathShape {
  private static final Pattern GLUED = Pattern.compile("([SMLQBAC])(?=[-\\d.])");
  private final Path2D.Double path;
  private final StringTokenizer words;

  private PathShape(String text, int winding) {
    Matcher glued = GLUED.matcher(text);
    this.words = new StringTokenizer(glued.replaceAll("$1 "), " ,\t\n\r");
    this.path = new Path2D.Double(winding);
  }

  /**
   * @param winding of {@link Path2D}
   * @throws IllegalArgumentException when it is no path
   */
  static Path2D.Double read(String text, int winding, Allowance allowance) throws Refused {
    PathShape shape = new PathShape(text, winding);
    while (shape.words.hasMoreTokens()) {
      allowance.pay(1);
      shape.step(shape.words.nextToken());
    }
    return shape.path;
  }

  private void step(String word) {
    switch (word) {
      case "S", "M" -> path.moveTo(next(), next());
      case "L" -> path.lineTo(next(), next());
      case "Q" -> path.quadTo(next(), next(), next(), next());
      case "B" -> path.curveTo(next(), next(), next(), next(), next(), next());
      case "A" -> arc(next(), next(), next(), next() != 0, next() != 0, next(), next());
      case "C" -> path.closePath();
      default -> throw new IllegalArgumentException("no part of a path");
    }
  }

  private double next() {
    if (!words.hasMoreTokens()) {
      throw new IllegalArgumentException("a path that breaks off");
    }
    return Numbers.of(words.nextToken());
  }

  /** From the end points to the middle, as SVG 1.1 F.6.5 has it. */
  private void arc(
      double rx0, double ry0, double degrees, boolean large, boolean sweep, double x, double y) {
    Point2D from = path.getCurrentPoint();
    double rx = Math.abs(rx0);
    double ry = Math.abs(ry0);
    if (from == null || rx == 0 || ry == 0 || from.distance(x, y) == 0) {
      path.lineTo(x, y);
      return;
    }
    double turn = Math.toRadians(degrees);
    double dx = (from.getX() - x) / 2;
    double dy = (from.getY() - y) / 2;
    double px = Math.cos(turn) * dx + Math.sin(turn) * dy;
    double py = -Math.sin(turn) * dx + Math.cos(turn) * dy;
    double grow = Math.sqrt(Math.max(1, px * px / (rx * rx) + py * py / (ry * ry)));
    rx *= grow;
    ry *= grow;
    double below = rx * rx * py * py + ry * ry * px * px;
    double root = Math.sqrt(Math.max(0, (rx * rx * ry * ry - below) / below));
    double side = large == sweep ? -root : root;
    double cx = side * rx * py / ry;
    double cy = -side * ry * px / rx;
    double start = Math.toDegrees(Math.atan2((py - cy) / ry, (px - cx) / rx));
    double end = Math.toDegrees(Math.atan2((-py - cy) / ry, (-px - cx) / rx));
    double extent = end - start;
    extent += sweep && extent < 0 ? 360 : !sweep && extent > 0 ? -360 : 0;
    Arc2D.Double arc =
        new Arc2D.Double(cx - rx, cy - ry, 2 * rx, 2 * ry, -start, -extent, Arc2D.OPEN);
    AffineTransform place = new AffineTransform();
    place.translate((from.getX() + x) / 2, (from.getY() + y) / 2);
    place.rotate(turn);
    path.append(place.createTransformedShape(arc), true);
  }
}
