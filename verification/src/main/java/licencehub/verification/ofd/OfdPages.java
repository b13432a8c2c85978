package licencehub.verification.ofd;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lays lines of text out on A4 pages, with a watermark across each (GB/T 33190 sections 7, 11). */
public final class OfdPages {
  private static final int LEFT = 25;
  private static final int TOP = 30;
  private static final int LINE = 9;
  private static final double SIZE = 5;
  private static final int WIDTH = 160;
  private static final int LINES = 28;

  /** Identifiers a page may use: itself, two layers, its lines and watermarks. */
  private static final int IDS = 100;

  private static final int FIRST_ID = 100;
  private static final double MARK_SIZE = 9;
  private static final int MARK_LENGTH = 175;
  private static final List<Integer> MARKS = List.of(30, 110, 190);

  private final List<List<String>> pages = new ArrayList<>();
  private final String watermark;

  /**
   * @param lines of any length; long ones go on below
   * @param watermark empty for none
   */
  public OfdPages(List<String> lines, String watermark) {
    this.watermark = watermark;
    List<String> all = lines.stream().flatMap(it -> wrapped(it).stream()).toList();
    for (int from = 0; from < all.size() || from == 0; from += LINES) {
      pages.add(all.subList(from, Math.min(all.size(), from + LINES)));
    }
  }

  int count() {
    return pages.size();
  }

  static int id(int page) {
    return FIRST_ID + page * IDS;
  }

  /** Content.xml of a page, from 0. */
  String content(int page) {
    StringBuilder all = new StringBuilder("<ofd:Page ").append(OfdText.NAMESPACE);
    all.append("><ofd:Content>");
    int id = id(page) + 1;
    if (!watermark.isEmpty()) {
      all.append("<ofd:Layer Type=\"Background\" ID=\"").append(id++).append("\">");
      for (int top : MARKS) {
        all.append(mark(id++, top));
      }
      all.append("</ofd:Layer>");
    }
    all.append("<ofd:Layer ID=\"").append(id++).append("\">");
    int row = 0;
    for (String line : pages.get(page)) {
      if (!line.isEmpty()) {
        all.append(line(id++, TOP + row * LINE, line));
      }
      row++;
    }
    return all.append("</ofd:Layer></ofd:Content></ofd:Page>").toString();
  }

  private static String line(int id, int top, String line) {
    String box = LEFT + " " + top + " " + WIDTH + " " + LINE;
    return "<ofd:TextObject ID=\"" + id + "\" Boundary=\"" + box + '"' + text(SIZE, line, "", "");
  }

  /** Grey, rising to the right; short enough to stay on the page. */
  private String mark(int id, int top) {
    double size = Math.min(MARK_SIZE, MARK_LENGTH / Math.max(1, ems(watermark)));
    return "<ofd:TextObject ID=\""
        + id
        + "\" Boundary=\"20 "
        + top
        + " 180 100\""
        + text(
            size,
            watermark,
            " CTM=\"0.866 -0.5 0.5 0.866 5 85\"",
            "<ofd:FillColor Value=\"190 190 190\" Alpha=\"120\"/>");
  }

  private static String text(double size, String text, String transform, String colour) {
    int[] letters = text.codePoints().toArray();
    StringBuilder steps = new StringBuilder();
    for (int i = 0; i + 1 < letters.length; i++) {
      steps.append(i == 0 ? "" : " ").append(shown(size * em(letters[i])));
    }
    String apart = letters.length > 1 ? " DeltaX=\"" + steps + '"' : "";
    return transform
        + " Font=\"2\" Size=\""
        + shown(size)
        + "\">"
        + colour
        + "<ofd:TextCode X=\"0\" Y=\""
        + shown(size)
        + '"'
        + apart
        + '>'
        + OfdText.escaped(text)
        + "</ofd:TextCode></ofd:TextObject>";
  }

  /** Cut where the line is full; at least one piece. */
  private static List<String> wrapped(String line) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    double width = 0;
    for (int letter : line.codePoints().toArray()) {
      if ((width + em(letter)) * SIZE > WIDTH) {
        pieces.add(piece.toString());
        piece.setLength(0);
        width = 0;
      }
      piece.appendCodePoint(letter);
      width += em(letter);
    }
    pieces.add(piece.toString());
    return pieces;
  }

  private static double ems(String text) {
    return text.codePoints().mapToDouble(OfdPages::em).sum();
  }

  /** Letters before the Asian scripts take half of what a character does. */
  private static double em(int letter) {
    return letter < 0x1100 ? 0.5 : 1;
  }

  private static String shown(double millimetres) {
    return String.format(Locale.ROOT, "%.2f", millimetres).replaceFirst("\\.?0+$", "");
  }
}
