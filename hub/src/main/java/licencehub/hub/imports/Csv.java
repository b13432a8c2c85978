package licencehub.hub.imports;

import java.util.ArrayList;
import java.util.List;

/** Comma-separated values (RFC 4180); cells may hold line ends within quotes. */
final class Csv {
  private final String text;
  private final List<Line> lines = new ArrayList<>();
  private List<String> cells = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();
  private int line = 1;
  private int began = 1;
  private boolean quoted;

  private Csv(String text) {
    this.text = text;
  }

  /**
   * @param number of the line it begins on, from 1
   */
  record Line(int number, List<String> cells) {
    Line {
      cells = List.copyOf(cells);
    }
  }

  static List<Line> lines(String text) {
    Csv csv = new Csv(text);
    for (int i = 0; i < text.length(); i++) {
      i += csv.take(i);
    }
    if (!csv.cells.isEmpty() || !csv.cell.isEmpty()) {
      csv.endLine();
    }
    return csv.lines;
  }

  /** Takes the character at a place, and tells how many more it took. */
  private int take(int at) {
    char c = text.charAt(at);
    if (c == '\n') {
      line++;
    }
    if (quoted) {
      boolean doubled = c == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"';
      if (c == '"' && !doubled) {
        quoted = false;
      } else {
        cell.append(c);
      }
      return doubled ? 1 : 0;
    }
    switch (c) {
      case '"' -> quoted = true;
      case ',' -> endCell();
      case '\r' -> {}
      case '\n' -> endLine();
      default -> cell.append(c);
    }
    return 0;
  }

  private void endCell() {
    cells.add(cell.toString());
    cell.setLength(0);
  }

  private void endLine() {
    endCell();
    lines.add(new Line(began, cells));
    cells = new ArrayList<>();
    began = line;
  }
}
