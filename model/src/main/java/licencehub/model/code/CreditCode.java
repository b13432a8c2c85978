package licencehub.model.code;

import licencehub.model.MalformedValue;
import licencehub.model.Text;

/** A unified social credit code 统一社会信用代码 (GB 32100-2015): 18 characters, the last a check. */
public record CreditCode(String text) {
  private static final int LENGTH = 18;
  private static final int CHECK_AT = 17;

  public CreditCode {
    if (text.length() != LENGTH
        || !Alphabet.CREDIT.spells(text)
        || !Alphabet.DIGITS.spells(text, 2, 8)) {
      throw wrong(
          text,
          Text.of(
              "应为18位数字或大写字母（不含I、O、S、V、Z）", "must be 18 digits or capitals without I, O, S, V, Z"));
    }
    if (CheckCharacters.creditCode(text.substring(0, CHECK_AT)) != text.charAt(CHECK_AT)) {
      throw wrong(text, Text.of("校验位不符", "has a wrong check character"));
    }
  }

  /** Completes 17 characters with their check character. */
  public static CreditCode complete(String body) {
    return new CreditCode(body + CheckCharacters.creditCode(body));
  }

  /** The region of the body that registered the organisation: characters 3 to 8. */
  public RegionCode region() {
    return new RegionCode(text.substring(2, 8));
  }

  /** Whether a body of the nation registered it: its region is 100000. */
  public boolean isNational() {
    return text.startsWith("100000", 2);
  }

  @Override
  public String toString() {
    return text;
  }

  private static MalformedValue wrong(String text, Text rule) {
    return MalformedValue.of(
        Text.of("统一社会信用代码", "unified social credit code"), text, rule, "91350100M000100Y43");
  }
}
