package licencehub.model.code;

import licencehub.model.MalformedValue;
import licencehub.model.Text;

/**
 * A licence type 证照类型代码 (C0123): the defining body's credit code and three further characters. Old
 * data holds a 9-character organisation code in front; {@link #isCurrent()} tells them apart.
 */
public record LicenceTypeCode(String text) {
  private static final int SHORTEST = 3;
  private static final int CREDIT_CODE = 18;
  private static final int CURRENT = 21;

  public LicenceTypeCode {
    if (text.length() < SHORTEST
        || text.length() > CURRENT
        || !Alphabet.ALPHANUMERIC.spells(text)) {
      throw wrong(text, Text.of("应为大写字母和数字，至多21位", "must be digits and capitals, 21 at the most"));
    }
    if (text.length() == CURRENT) {
      new CreditCode(text.substring(0, CREDIT_CODE));
    }
  }

  /** Takes only the current 21-character form. */
  public static LicenceTypeCode strict(String text) {
    LicenceTypeCode code = new LicenceTypeCode(text);
    if (!code.isCurrent()) {
      throw wrong(
          text,
          Text.of(
              "应为定义机构信用代码加3位，共21位",
              "must be the defining body's credit code and 3 more, 21 in all"));
    }
    return code;
  }

  public boolean isCurrent() {
    return text.length() == CURRENT;
  }

  @Override
  public String toString() {
    return text;
  }

  private static MalformedValue wrong(String text, Text rule) {
    return MalformedValue.of(
        Text.of("证照类型代码", "licence type code"), text, rule, "11100000MB0143028R001");
  }
}
