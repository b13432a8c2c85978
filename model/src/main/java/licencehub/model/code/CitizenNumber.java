package licencehub.model.code;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import licencehub.model.MalformedValue;
import licencehub.model.Text;

/**
 * A citizen number 公民身份号码 (GB 11643-1999): region, date of birth, sequence and check. Personal
 * data: {@link #toString()} is masked, and no message names the value.
 */
public record CitizenNumber(String text) {
  private static final int LENGTH = 18;
  private static final int CHECK_AT = 17;

  public CitizenNumber {
    if (text.length() != LENGTH
        || text.charAt(0) == '0'
        || !Alphabet.DIGITS.spells(text, 0, CHECK_AT)) {
      throw wrong(Text.of("应为17位数字加1位校验位", "must be 17 digits and a check character"));
    }
    bornOn(text);
    if (CheckCharacters.citizen(text.substring(0, CHECK_AT)) != text.charAt(CHECK_AT)) {
      throw wrong(Text.of("校验位不符", "has a wrong check character"));
    }
  }

  /** Completes 17 digits with their check character. */
  public static CitizenNumber complete(String body) {
    return new CitizenNumber(body + CheckCharacters.citizen(body));
  }

  /** Keeps the first 6 and the last 4 characters. */
  public String masked() {
    return text.substring(0, 6) + "********" + text.substring(14);
  }

  @Override
  public String toString() {
    return masked();
  }

  private static void bornOn(String text) {
    try {
      LocalDate.parse(text.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE);
    } catch (DateTimeException e) {
      throw wrong(Text.of("出生日期不存在", "has a date of birth that does not exist"));
    }
  }

  private static MalformedValue wrong(Text rule) {
    return MalformedValue.hidden(Text.of("公民身份号码", "citizen number"), rule, "11010519491231002X");
  }
}
