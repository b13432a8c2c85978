package licencehub.verification.drawing;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The fonts of this machine that stand in for those a page names. For one thread. */
public final class Fonts {
  /** Common and rare enough to tell a font for Chinese from one that has a few characters. */
  private static final String CHINESE = "证照枢纽颁发机构持证主体有效期";

  /** Where the Asian scripts begin. */
  static final int ASIAN = 0x2e80;

  private static final List<String> SERIF =
      List.of(
          "Noto Serif CJK SC",
          "Source Han Serif SC",
          "Source Han Serif CN",
          "SimSun",
          "NSimSun",
          "FZShuSong-Z01",
          "AR PL UMing CN",
          "Songti SC",
          "STSong");
  private static final List<String> SANS =
      List.of(
          "Noto Sans CJK SC",
          "Source Han Sans SC",
          "Source Han Sans CN",
          "SimHei",
          "Microsoft YaHei",
          "WenQuanYi Zen Hei",
          "WenQuanYi Micro Hei",
          "Droid Sans Fallback",
          "PingFang SC");
  private static final List<String> SANS_NAMES = List.of("黑", "hei", "sans", "arial", "helvetica");

  private final List<Font> serif;
  private final List<Font> sans;
  private final Map<String, Font> bold = new HashMap<>();

  private Fonts(List<Font> serif, List<Font> sans) {
    this.serif = serif;
    this.sans = sans;
  }

  /** The fonts installed here. */
  public static Fonts installed() {
    return of(Arrays.asList(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts()));
  }

  /** These fonts, and whatever the Java platform brings for other scripts. */
  public static Fonts of(List<Font> fonts) {
    List<Font> chinese = fonts.stream().filter(it -> it.canDisplayUpTo(CHINESE) < 0).toList();
    return new Fonts(ordered(chinese, SERIF, SANS), ordered(chinese, SANS, SERIF));
  }

  /** The family Chinese text is drawn with; empty where there is none. */
  public Optional<String> chinese() {
    return serif.stream()
        .filter(it -> it.canDisplayUpTo(CHINESE) < 0)
        .map(Font::getFamily)
        .findFirst();
  }

  /**
   * The font for one character: empty where none has it.
   *
   * @param name as the page names it
   */
  Optional<Font> find(String name, int letter) {
    List<Font> all = fonts(name);
    // What the platform's own font shows of Chinese, it borrows from one that was looked at above.
    return all.subList(0, letter < ASIAN ? all.size() : all.size() - 1).stream()
        .filter(it -> it.canDisplay(letter))
        .findFirst();
  }

  /** What draws a box for a character nothing can draw. */
  Font any(String name) {
    return fonts(name).getLast();
  }

  /** The same, heavier or slanted. */
  Font styled(Font font, int style) {
    return style == Font.PLAIN
        ? font
        : bold.computeIfAbsent(font.getFontName() + style, it -> font.deriveFont(style));
  }

  private List<Font> fonts(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return SANS_NAMES.stream().anyMatch(small::contains) && !small.contains("serif") ? sans : serif;
  }

  private static List<Font> ordered(List<Font> chinese, List<String> first, List<String> then) {
    List<Font> all = new ArrayList<>();
    for (List<String> families : List.of(first, then)) {
      for (String family : families) {
        chinese.stream().filter(it -> is(it, family)).findFirst().ifPresent(all::add);
      }
    }
    chinese.stream().findFirst().ifPresent(all::add);
    all.add(new Font(Font.SERIF, Font.PLAIN, 1));
    return all;
  }

  private static boolean is(Font font, String family) {
    return font.getFamily(Locale.ROOT).equals(family) && !isHeavy(font);
  }

  private static boolean isHeavy(Font font) {
    String name = font.getFontName(Locale.ROOT).toLowerCase(Locale.ROOT);
    return name.contains("bold") || name.contains("black") || name.contains("light");
  }
}
