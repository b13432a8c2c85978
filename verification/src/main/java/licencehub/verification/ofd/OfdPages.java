package licencehub.verification.ofd;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Lays a heading, labelled fields and lines out on framed A4 pages, with a watermark across each
 * (GB/T 33190 sections 7, 9, 11). What is long goes on below, and over to further pages.
 */
public final class OfdPages {
  private static final double LEFT = 26;
  private static final double VALUES = 72;
  private static final double RIGHT = 186;
  private static final double TOP = 34;
  private static final double BOTTOM = 272;
  private static final double WIDTH = 210;
  private static final double HEADING = 9;
  private static final double FIELD = 4.6;
  private static final double REMARK = 3.8;
  private static final double MARK_SIZE = 9;
  private static final int MARK_LENGTH = 175;
  private static final List<Integer> MARKS = List.of(30, 110, 190);
  private static final int FIRST_ID = 100;
  private static final String BLACK = "0 0 0";
  private static final String GREY = "96 96 96";
  private static final String FRAME = "150 60 40";

  private final List<StringBuilder> pages = new ArrayList<>(List.of(new StringBuilder()));
  private final String watermark;
  private int ids = FIRST_ID;
  private double y = TOP;

  /**
   * @param watermark empty for none
   */
  public OfdPages(String watermark) {
    this.watermark = watermark;
  }

  /** In the middle, large. */
  public void heading(String text) {
    double size = Math.min(HEADING, (RIGHT - LEFT) / Math.max(1, Letters.ems(text)));
    put(new Letters(text, size, BLACK, true), centred(text, size));
    y += HEADING;
  }

  /** In the middle, small. */
  public void subheading(String text) {
    put(new Letters(text, REMARK, GREY, false), centred(text, REMARK));
    y += 3 * REMARK;
  }

  /** A label with its value, above a thin line. */
  public void field(String label, String value) {
    row(label, value, FIELD, 7);
    y += 1;
    rule(0.15, "205 205 205");
    y += 1;
  }

  /** A label with its value, small. */
  public void remark(String label, String value) {
    row(label, value, REMARK, 5.6);
  }

  /** A line across, and some air. */
  public void parting() {
    y += 3;
    rule(0.4, FRAME);
    y += 2.5;
  }

  /** Text as wide as the page, small. */
  public void note(String text) {
    for (String it : Letters.wrapped(text, RIGHT - LEFT, REMARK)) {
      room(5.4);
      put(new Letters(it, REMARK, GREY, false), LEFT);
      y += 5.4;
    }
  }

  int count() {
    return pages.size();
  }

  /** The identifier of a page, from 0; those of objects lie below. */
  int id(int page) {
    return ids + 1 + page;
  }

  /** Content.xml of a page, from 0. */
  String content(int page) {
    StringBuilder all = new StringBuilder("<ofd:Page ").append(OfdText.NAMESPACE);
    all.append("><ofd:Content><ofd:Layer Type=\"Background\" ID=\"1\">");
    int id = 3;
    if (!watermark.isEmpty()) {
      for (int top : MARKS) {
        all.append(mark(id++, top));
      }
    }
    all.append(box(id++, 12, 0.8)).append(box(id++, 14, 0.25));
    if (pages.size() > 1) {
      String number = "第" + (page + 1) + "页 共" + pages.size() + "页";
      all.append(new Letters(number, 3, GREY, false).at(id++, centred(number, 3), 281));
    }
    return all.append("</ofd:Layer><ofd:Layer ID=\"2\">")
        .append(pages.get(page))
        .append("</ofd:Layer></ofd:Content></ofd:Page>")
        .toString();
  }

  private void row(String label, String value, double size, double height) {
    List<String> labels = Letters.wrapped(label, VALUES - LEFT - 2, size);
    List<String> values = Letters.wrapped(value, RIGHT - VALUES, size);
    for (int i = 0; i < Math.max(labels.size(), values.size()); i++) {
      room(height);
      if (i < labels.size()) {
        put(new Letters(labels.get(i), size, GREY, false), LEFT);
      }
      if (i < values.size()) {
        put(new Letters(values.get(i), size, BLACK, false), VALUES);
      }
      y += height;
    }
  }

  private void room(double height) {
    if (y + height > BOTTOM) {
      pages.add(new StringBuilder());
      y = TOP;
    }
  }

  /** With its foot at the present height. */
  private void put(Letters letters, double x) {
    if (!letters.text().isEmpty()) {
      pages.getLast().append(letters.at(ids++, x, y));
    }
  }

  /** Above the letters that follow. */
  private void rule(double width, String colour) {
    double at = y - FIELD - 1.2;
    String box = shown(LEFT) + " " + shown(at) + " " + shown(RIGHT - LEFT) + " 1";
    String line = "M 0 0 L " + shown(RIGHT - LEFT) + " 0";
    pages.getLast().append(path(ids++, box, width, colour, line));
  }

  private static String box(int id, double edge, double width) {
    String across = shown(WIDTH - 2 * edge);
    String down = shown(297 - 2 * edge);
    String lines = "M 0 0 L %s 0 L %s %s L 0 %s C".formatted(across, across, down, down);
    String box = shown(edge) + " " + shown(edge) + " " + across + " " + down;
    return path(id, box, width, FRAME, lines);
  }

  private static String path(int id, String box, double width, String colour, String lines) {
    return ("<ofd:PathObject ID=\"%d\" Boundary=\"%s\" LineWidth=\"%s\"><ofd:StrokeColor"
            + " Value=\"%s\"/><ofd:AbbreviatedData>%s</ofd:AbbreviatedData></ofd:PathObject>")
        .formatted(id, box, shown(width), colour, lines);
  }

  /** Grey, rising to the right; short enough to stay on the page. */
  private String mark(int id, int top) {
    double size = Math.min(MARK_SIZE, MARK_LENGTH / Math.max(1, Letters.ems(watermark)));
    return "<ofd:TextObject ID=\"%d\" Boundary=\"20 %d 180 100\" CTM=\"0.866 -0.5 0.5 0.866 5 85\""
            .formatted(id, top)
        + new Letters(watermark, size, "190 190 190\" Alpha=\"120", false).rest();
  }

  private static double centred(String text, double size) {
    return (WIDTH - Letters.ems(text) * size) / 2;
  }

  static String shown(double millimetres) {
    return String.format(Locale.ROOT, "%.2f", millimetres).replaceFirst("\\.?0+$", "");
  }
}
