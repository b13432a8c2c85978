package licencehub.model.code;

import licencehub.model.MalformedValue;
import licencehub.model.Text;

/** An organisation code 组织机构代码 (GB 11714-1997): 8 characters and a check, without hyphen. */
public record OrganisationCode(String text) {
  private static final int LENGTH = 9;
  private static final int CHECK_AT = 8;

  public OrganisationCode {
    if (text.length() != LENGTH
        || !Alphabet.ALPHANUMERIC.spells(text)
        || CheckCharacters.organisation(text.substring(0, CHECK_AT)) != text.charAt(CHECK_AT)) {
      throw MalformedValue.of(
          Text.of("组织机构代码", "organisation code"),
          text,
          Text.of("应为8位加校验位", "must be 8 characters and a right check character"),
          "000013338");
    }
  }

  /** Reads both written forms, with and without the hyphen before the check character. */
  public static OrganisationCode parse(String text) {
    return new OrganisationCode(text.replace("-", ""));
  }

  /** Completes 8 characters with their check character. */
  public static OrganisationCode complete(String body) {
    return new OrganisationCode(body + CheckCharacters.organisation(body));
  }

  @Override
  public String toString() {
    return text;
  }
}
