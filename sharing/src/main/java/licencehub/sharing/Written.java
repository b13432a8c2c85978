package licencehub.sharing;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import licencehub.model.MalformedValue;
import licencehub.model.code.CitizenNumber;

/**
 * The same thing in different writing: widths, blanks, case, dates, numbers, old citizen numbers.
 */
public final class Written {
  private static final char MINUS = '\u2212';
  private static final Pattern BEFORE_UNIT = Pattern.compile("\\s*([年月日])\\s*");
  private static final Pattern DATE =
      Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[T\\s]*\\d{1,2}:.{0,30})?");
  private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:\\d{6})?");
  private static final Pattern SPELT =
      Pattern.compile("([〇零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:\\d{1,3}(?:,\\d{3})+|\\d{1,30})(?:\\.\\d{1,30})?");
  private static final Pattern OLD_CITIZEN = Pattern.compile("\\d{15}");
  private static final Pattern ORGANISATION = Pattern.compile("[0-9A-Z]{8}-?[0-9A-Z]");
  private static final String DIGITS = "零一二三四五六七八九";
  private static final String NUMERALS = "〇" + DIGITS;
  private static final int LONGEST_DATE = 60;
  private static final int MOMENT_AT = 10;

  /** What needs no look at the tables of Unicode: ASCII and the common Han characters. */
  private static final int ASCII_END = 0x80;

  private static final int HAN = 0x4E00;
  private static final int HAN_END = 0x9FF0;

  private static final Set<String> ENDLESS =
      Set.of("长期", "长期有效", "永久", "永久有效", "无固定期限", "2099-12-31", "9999-12-31");

  private Written() {}

  /** Half width, without blanks, in capitals, every dash and middle dot the same. */
  public static String plain(String text) {
    String narrow = normal(text);
    StringBuilder plain = new StringBuilder(narrow.length());
    for (int i = 0; i < narrow.length(); i += Character.charCount(narrow.codePointAt(i))) {
      int each = narrow.codePointAt(i);
      switch (Character.getType(each)) {
        case Character.SPACE_SEPARATOR,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR,
            Character.CONTROL,
            Character.FORMAT -> {}
        case Character.DASH_PUNCTUATION -> plain.append('-');
        default -> plain.appendCodePoint(sign(each));
      }
    }
    return narrow.contentEquals(plain) ? narrow : normal(plain.toString());
  }

  /**
   * A day in any of the forms licences are written in; a moment with offset is its day in China.
   */
  public static Optional<LocalDate> date(String text) {
    if (text.isBlank() || text.length() > LONGEST_DATE) {
      return Optional.empty();
    }
    String narrow = normal(text).strip().replace('○', '〇');
    if (!Character.isDigit(narrow.charAt(0)) && NUMERALS.indexOf(narrow.charAt(0)) < 0) {
      return Optional.empty();
    }
    if (narrow.length() > MOMENT_AT && narrow.charAt(MOMENT_AT) == 'T') {
      try {
        return Optional.of(ChinaTime.dayOf(OffsetDateTime.parse(narrow).toInstant()));
      } catch (DateTimeException e) {
        // a time without offset is a time in China, which the forms below read
      }
    }
    return day(BEFORE_UNIT.matcher(narrow).replaceAll("$1"));
  }

  /** A number; thousands may be set apart by commas. */
  public static Optional<BigDecimal> number(String text) {
    String plain = plain(text);
    return NUMBER.matcher(plain).matches()
        ? Optional.of(new BigDecimal(plain.replace(",", "")))
        : Optional.empty();
  }

  /** Whether a validity has no end in these words; 2099-12-31 means the same in practice. */
  public static boolean isWithoutEnd(String text) {
    return ENDLESS.contains(plain(text))
        || date(text).map(it -> ENDLESS.contains(it.toString())).orElse(false);
  }

  /** Whether two texts mean the same in a field of this kind. */
  public static boolean isSame(ValueKind kind, String one, String other) {
    String first = plain(one);
    String second = plain(other);
    if (first.equals(second)) {
      return true;
    }
    return switch (kind) {
      case NUMBER -> agree(number(one).map(BigDecimal::stripTrailingZeros), number(other));
      case CODE -> code(first).equals(code(second));
      case DATE -> isSameDay(one, other);
      case TEXT -> isSameDay(one, other) || code(first).equals(code(second));
    };
  }

  private static boolean agree(Optional<BigDecimal> one, Optional<BigDecimal> other) {
    return one.isPresent() && one.equals(other.map(BigDecimal::stripTrailingZeros));
  }

  private static boolean isSameDay(String one, String other) {
    Optional<LocalDate> day = date(one);
    return (day.isPresent() && day.equals(date(other)))
        || (isWithoutEnd(one) && isWithoutEnd(other));
  }

  /** An old citizen number as one of 18, an organisation code without its hyphen. */
  private static String code(String plain) {
    if (OLD_CITIZEN.matcher(plain).matches()) {
      try {
        return CitizenNumber.complete(plain.substring(0, 6) + "19" + plain.substring(6)).text();
      } catch (MalformedValue e) {
        return plain;
      }
    }
    return ORGANISATION.matcher(plain).matches() ? plain.replace("-", "") : plain;
  }

  private static String normal(String text) {
    return text.chars().allMatch(it -> it < ASCII_END || (it >= HAN && it < HAN_END))
            || Normalizer.isNormalized(text, Normalizer.Form.NFKC)
        ? text
        : Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  private static int sign(int each) {
    return switch (each) {
      case MINUS -> '-';
      case '•', '‧', '∙', '⋅', '・', '●' -> '·';
      default -> Character.toUpperCase(each);
    };
  }

  private static Optional<LocalDate> day(String text) {
    Matcher spelt = SPELT.matcher(text);
    if (spelt.matches()) {
      return day(years(spelt.group(1)), days(spelt.group(2)), days(spelt.group(3)));
    }
    for (Pattern form : List.of(DATE, COMPACT)) {
      Matcher matcher = form.matcher(text);
      if (matcher.matches()) {
        return day(
            Integer.parseInt(matcher.group(1)),
            Integer.parseInt(matcher.group(2)),
            Integer.parseInt(matcher.group(3)));
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> day(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int years(String spelt) {
    int year = 0;
    for (char each : spelt.replace('〇', '零').toCharArray()) {
      year = year * 10 + DIGITS.indexOf(each);
    }
    return year;
  }

  /** 一 to 九十九; anything that is no number becomes 0, which is no month and no day. */
  private static int days(String spelt) {
    int ten = spelt.indexOf('十');
    if (ten < 0) {
      return spelt.length() == 1 ? DIGITS.indexOf(spelt) : 0;
    }
    int tens = ten == 0 ? 1 : DIGITS.indexOf(spelt.substring(0, ten));
    int ones = ten == spelt.length() - 1 ? 0 : DIGITS.indexOf(spelt.substring(ten + 1));
    return tens < 1 || ones < 0 ? 0 : tens * 10 + ones;
  }
}
