package licencehub.hub.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Columns for people; a Chinese character is two columns wide. */
final class Table {
  private static final String GAP = "  ";
  private final List<List<String>> rows = new ArrayList<>();

  Table(String... headings) {
    rows.add(List.of(headings));
  }

  Table row(Object... cells) {
    rows.add(Arrays.stream(cells).map(it -> it.toString().replaceAll("\\p{Cntrl}", " ")).toList());
    return this;
  }

  void print(PrintWriter out) {
    int columns = rows.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        line.append(row.get(i)).append(" ".repeat(widths[i] - width(row.get(i)))).append(GAP);
      }
      out.println(line.toString().stripTrailing());
    }
    out.flush();
  }

  /** Columns a terminal needs for the text. */
  static int width(String text) {
    return text.codePoints().map(it -> isWide(it) ? 2 : 1).sum();
  }

  private static boolean isWide(int character) {
    return character >= 0x1100
        && (Character.isIdeographic(character)
            || inside(character, 0x3000, 0x303F)
            || inside(character, 0xFF01, 0xFF60)
            || inside(character, 0xAC00, 0xD7A3)
            || inside(character, 0x3040, 0x30FF));
  }

  private static boolean inside(int character, int first, int last) {
    return character >= first && character <= last;
  }
}
