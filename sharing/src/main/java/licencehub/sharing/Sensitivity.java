package licencehub.sharing;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a field tells about a person, and what may be shown of it without a grant 脱敏 (by custom).
 */
public enum Sensitivity {
  /** Nothing: shown as it is. */
  OPEN,
  /** A name 姓名: the surname's first character stays. */
  NAME,
  /** A citizen number 公民身份号码: the first 6 and last 4 stay, of the old form the first 6. */
  CITIZEN_NUMBER,
  /** A telephone 电话: of a mobile number the first 3 and last 4 stay, of others the last 4. */
  PHONE,
  /** An address 地址: stays down to the district. */
  ADDRESS,
  /** A date of birth 出生日期: the year stays. */
  BIRTH_DATE,
  /** Another number of a person 证件号码: of 12 characters and more the first and last 4 stay. */
  NUMBER,
  /** Anything else about a person: nothing stays. */
  OTHER;

  private static final String HIDDEN = "****";
  private static final Pattern CITIZEN =
      Pattern.compile("(\\d{6})(?:\\d{8}(\\d{3}[\\dXx])|\\d{9})");
  private static final Pattern MOBILE = Pattern.compile("(1\\d{2})\\d{4}(\\d{4})");
  private static final Pattern YEAR = Pattern.compile("((?:1[89]|20)\\d{2}).*");
  private static final int LONG_NUMBER = 12;
  private static final int KEPT = 4;

  /** Province, city, district; a district's name holds no word of a smaller place. */
  private static final Pattern DISTRICT =
      Pattern.compile(
          "((?:\\p{IsHan}{2,8}?(?:省|自治区))?(?:\\p{IsHan}{2,8}?(?:市|州|盟|地区))?"
              + "(?:[\\p{IsHan}&&[^镇乡路街村道号里弄巷]]{1,8}?(?:区|县|旗|市))?).*");

  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it tells anything about a person. */
  public boolean isPersonal() {
    return this != OPEN;
  }

  /** What may be shown of a value; the length of what is hidden is hidden too, but for names. */
  public String mask(String value) {
    if (this == OPEN || value.isEmpty()) {
      return value;
    }
    return switch (this) {
      case OPEN, OTHER -> HIDDEN;
      case NAME -> name(value);
      case CITIZEN_NUMBER -> around(CITIZEN.matcher(value));
      case PHONE -> phone(value);
      case ADDRESS -> around(DISTRICT.matcher(value));
      case BIRTH_DATE -> around(YEAR.matcher(value));
      case NUMBER -> number(value);
    };
  }

  private static String name(String value) {
    int first = value.offsetByCodePoints(0, 1);
    int hidden = Math.max(1, value.codePointCount(first, value.length()));
    return value.substring(0, first) + "*".repeat(hidden);
  }

  private static String phone(String value) {
    Matcher mobile = MOBILE.matcher(value);
    return mobile.matches() ? around(mobile) : tail(value, 2 * KEPT);
  }

  private static String number(String value) {
    Matcher citizen = CITIZEN.matcher(value);
    if (citizen.matches()) {
      return around(citizen);
    }
    return value.length() < LONG_NUMBER
        ? HIDDEN
        : value.substring(0, KEPT) + tail(value, LONG_NUMBER);
  }

  private static String tail(String value, int shortest) {
    return value.length() < shortest ? HIDDEN : HIDDEN + value.substring(value.length() - KEPT);
  }

  /** The groups of a match with stars after the first; nothing but stars without a match. */
  private static String around(Matcher matcher) {
    if (!matcher.matches()) {
      return HIDDEN;
    }
    String last = matcher.groupCount() > 1 ? matcher.group(2) : null;
    return matcher.group(1) + HIDDEN + (last == null ? "" : last);
  }
}
