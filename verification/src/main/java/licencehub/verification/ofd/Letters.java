package licencehub.verification.ofd;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of text on a page (TextObject, GB/T 33190 section 11).
 *
 * @param size in millimetres
 * @param colour red, green and blue
 */
record Letters(String text, double size, String colour, boolean bold) {
  private static final int ASIAN = 0x1100;

  /** How wide a text is, in heights of its letters. */
  static double ems(String text) {
    return text.codePoints().mapToDouble(Letters::em).sum();
  }

  /** Cut where the width is full; at least one piece. */
  static List<String> wrapped(String text, double width, double size) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    double filled = 0;
    for (int letter : text.codePoints().toArray()) {
      if ((filled + em(letter)) * size > width) {
        pieces.add(piece.toString());
        piece.setLength(0);
        filled = 0;
      }
      piece.appendCodePoint(letter);
      filled += em(letter);
    }
    pieces.add(piece.toString());
    return pieces;
  }

  /** The object, with the foot of its letters at this height. */
  String at(int id, double x, double y) {
    String box =
        OfdPages.shown(x)
            + " "
            + OfdPages.shown(y - size)
            + " "
            + OfdPages.shown(Math.max(size, ems(text) * size))
            + " "
            + OfdPages.shown(size * 1.4);
    return "<ofd:TextObject ID=\"" + id + "\" Boundary=\"" + box + '"' + rest();
  }

  /** The object from behind its boundary on. */
  String rest() {
    int[] letters = text.codePoints().toArray();
    StringBuilder steps = new StringBuilder();
    for (int i = 0; i + 1 < letters.length; i++) {
      steps.append(i == 0 ? "" : " ").append(OfdPages.shown(size * em(letters[i])));
    }
    String apart = letters.length > 1 ? " DeltaX=\"" + steps + '"' : "";
    return " Font=\"2\" Size=\""
        + OfdPages.shown(size)
        + (bold ? "\" Weight=\"700" : "")
        + "\"><ofd:FillColor Value=\""
        + colour
        + "\"/><ofd:TextCode X=\"0\" Y=\""
        + OfdPages.shown(size)
        + '"'
        + apart
        + '>'
        + OfdText.escaped(text)
        + "</ofd:TextCode></ofd:TextObject>";
  }

  /** Letters before the Asian scripts take half of what a character does. */
  private static double em(int letter) {
    return letter < ASIAN ? 0.5 : 1;
  }
}
