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
    String significant = text.substring(0, 6).replaceFirst("(00)+$", "");
    String rest = text.length() > 6 ? text.substring(6).replaceFirst("(000)+$", "") : "";
    return other.text.startsWith(rest.isEmpty() ? significant : text.substring(0, 6) + rest);
  }

  @Override
  public String toString() {
    return text;
  }
}
