package licencehub.model.code;

import licencehub.model.MalformedValue;
import licencehub.model.Text;

/**
 * A region 行政区划代码: 6 digits (GB/T 2260), or 12 with town and village (GB/T 10114). 000000 is the
 * nation.
 */
public record RegionCode(String text) {
  private static final int COUNTY = 6;
  private static final int VILLAGE = 12;
  private static final int TOWN_DIGITS = 3;

  public RegionCode {
    if ((text.length() != COUNTY && text.length() != VILLAGE) || !Alphabet.DIGITS.spells(text)) {
      throw MalformedValue.of(
          Text.of("行政区划代码", "region code"),
          text,
          Text.of("应为6位或12位数字", "must be 6 or 12 digits"),
          "440300");
    }
  }

  /** Whether {@code other} is this region or lies in it: trailing zeros stand for all below. */
  public boolean covers(RegionCode other) {
    return other.text.startsWith(text.substring(0, digits()));
  }

  /** How many digits name it: 9 or 12 where town or village is named, else 0, 2, 4 or 6. */
  public int digits() {
    for (int from = text.length(); from > COUNTY; from -= TOWN_DIGITS) {
      if (!text.startsWith("000", from - TOWN_DIGITS)) {
        return from;
      }
    }
    int from = COUNTY;
    while (from > 0 && text.startsWith("00", from - 2)) {
      from -= 2;
    }
    return from;
  }

  @Override
  public String toString() {
    return text;
  }
}
