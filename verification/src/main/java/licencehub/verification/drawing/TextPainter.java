package licencehub.verification.drawing;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import licencehub.verification.envelope.Refused;
import licencehub.verification.ofd.XmlElement;

/** Draws text where each letter's place is given (TextObject, GB/T 33190 section 11). */
final class TextPainter {
  /** Letters are taken from the font at this size and scaled: small sizes would be coarse. */
  private static final float UNITS = 200;

  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
  private static final int BOLD = 700;

  private final Resources resources;
  private final Fonts fonts;
  private final Allowance allowance;

  TextPainter(Resources resources, Fonts fonts, Allowance allowance) {
    this.resources = resources;
    this.fonts = fonts;
    this.allowance = allowance;
  }

  /** One text object: its font, and how its letters are stretched. */
  private record Face(String name, Optional<Font> own, int style, double size, double stretch) {}

  /**
   * @param ink draws the outline of one letter
   */
  void paint(XmlElement object, Consumer<Shape> ink) throws IOException, Refused {
    String font = object.attribute("Font").orElse("");
    boolean bold = Numbers.of(object, "Weight", 400) >= BOLD;
    boolean slanted = object.attribute("Italic").map("true"::equals).orElse(false);
    Face face =
        new Face(
            resources.fontName(font),
            resources.embedded(font),
            (bold ? Font.BOLD : Font.PLAIN) | (slanted ? Font.ITALIC : Font.PLAIN),
            Numbers.of(object, "Size", 0),
            Numbers.of(object, "HScale", 1));
    if (Numbers.of(object, "ReadDirection", 0) != 0
        || Numbers.of(object, "CharDirection", 0) != 0) {
      allowance.leaveOut(Gap.GLYPHS);
    }
    Glyphs glyphs = Glyphs.of(object);
    double x = 0;
    double y = 0;
    int first = 0;
    for (XmlElement code : object.children("TextCode")) {
      x = Numbers.of(code, "X", x);
      y = Numbers.of(code, "Y", y);
      first += run(code, new Place(x, y, first), face, glyphs, ink);
    }
  }

  /**
   * @param first which letter of the object the run begins with
   */
  private record Place(double x, double y, int first) {}

  private int run(XmlElement code, Place from, Face face, Glyphs glyphs, Consumer<Shape> ink)
      throws Refused {
    int[] letters = code.text().codePoints().toArray();
    List<Double> right = Numbers.steps(code.attribute("DeltaX").orElse(""));
    List<Double> down = Numbers.steps(code.attribute("DeltaY").orElse(""));
    allowance.pay(letters.length);
    double x = from.x();
    double y = from.y();
    for (int i = 0; i < letters.length; i++) {
      Shape letter = letter(letters[i], glyphs.at(from.first() + i), face);
      AffineTransform place = AffineTransform.getTranslateInstance(x, y);
      if (i < right.size() && letters[i] < Fonts.ASIAN && face.own().isEmpty()) {
        fit(place, advance(letters[i], face), right.get(i));
      }
      place.scale(face.size() / UNITS * face.stretch(), face.size() / UNITS);
      ink.accept(place.createTransformedShape(letter));
      x +=
          i < right.size()
              ? right.get(i)
              : right.isEmpty() && down.isEmpty() ? advance(letters[i], face) : 0;
      y += i < down.size() ? down.get(i) : 0;
    }
    return letters.length;
  }

  /** A font that stands in has other widths: its letters are made to fit, in the middle. */
  private static void fit(AffineTransform place, double width, double step) {
    if (width > step && step > 0) {
      place.scale(step / width, 1);
    } else if (step < 2 * width) {
      place.translate((step - width) / 2, 0);
    }
  }

  private Shape letter(int letter, int glyph, Face face) {
    if (face.own().isPresent()) {
      Font own = face.own().get().deriveFont(UNITS);
      if (glyph >= 0 && glyph < own.getNumGlyphs()) {
        return own.createGlyphVector(EXACT, new int[] {glyph}).getOutline();
      }
      if (own.canDisplay(letter)) {
        return outline(own, letter);
      }
    } else if (glyph >= 0) {
      allowance.leaveOut(Gap.GLYPHS);
    }
    Optional<Font> font = fonts.find(face.name(), letter);
    if (font.isEmpty() && letter >= Fonts.ASIAN) {
      allowance.leaveOut(Gap.CHINESE_FONT);
    }
    Font styled = fonts.styled(font.orElseGet(() -> fonts.any(face.name())), face.style());
    return outline(styled.deriveFont(UNITS), letter);
  }

  private static Shape outline(Font font, int letter) {
    GlyphVector glyphs = font.createGlyphVector(EXACT, Character.toString(letter));
    return glyphs.getOutline();
  }

  /** Where a page leaves the steps out, letters follow each other as the font has them. */
  private double advance(int letter, Face face) {
    Font font =
        face.own()
            .filter(it -> it.canDisplay(letter))
            .or(() -> fonts.find(face.name(), letter))
            .orElseGet(() -> fonts.any(face.name()));
    double width =
        font.deriveFont(UNITS).getStringBounds(Character.toString(letter), EXACT).getWidth();
    return width / UNITS * face.size() * face.stretch();
  }

  /** Which glyphs of an embedded font stand for which letters (CGTransform). */
  private record Glyphs(List<Integer> numbers) {
    private static final int MOST = 100_000;

    /** Only one to one; anything else is drawn by its letters. */
    static Glyphs of(XmlElement object) {
      List<Integer> all = new ArrayList<>();
      for (XmlElement it : object.children("CGTransform")) {
        int at = (int) Numbers.of(it, "CodePosition", 0);
        int codes = (int) Numbers.of(it, "CodeCount", 1);
        double[] glyphs = Numbers.list(it.textOf("Glyphs").orElse(""));
        if (at < 0 || codes != glyphs.length || at + (long) codes > MOST) {
          continue;
        }
        while (all.size() < at + codes) {
          all.add(-1);
        }
        for (int i = 0; i < codes; i++) {
          all.set(at + i, (int) glyphs[i]);
        }
      }
      return new Glyphs(all);
    }

    int at(int letter) {
      return letter < numbers.size() ? numbers.get(letter) : -1;
    }
  }
}
