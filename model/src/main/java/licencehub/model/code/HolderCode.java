package licencehub.model.code;

import licencehub.model.MalformedValue;
import licencehub.model.Text;

/**
 * What names a holder 持证主体代码. Citizen numbers and credit codes are checked to the last character.
 * Personal data: {@link #toString()} is masked.
 */
public record HolderCode(HolderCodeType type, String value) {
  private static final int LONGEST = 40;
  private static final int KEPT = 4;

  public HolderCode {
    switch (type) {
      case CREDIT_CODE -> new CreditCode(value);
      case CITIZEN_NUMBER -> new CitizenNumber(value);
      default -> {
        if (value.isBlank() || value.length() > LONGEST) {
          throw MalformedValue.hidden(
              Text.of("持证主体代码", "holder code"),
              Text.of("应为1至40个字符", "must have 1 to 40 characters"),
              "E12345678");
        }
      }
    }
  }

  /** Organisations stay readable; of a person's code the first 6 (or none) and last 4 remain. */
  public String masked() {
    return switch (type) {
      case CREDIT_CODE, OTHER_ORGANISATION -> value;
      case CITIZEN_NUMBER -> new CitizenNumber(value).masked();
      default -> "****" + value.substring(Math.max(0, value.length() - KEPT));
    };
  }

  @Override
  public String toString() {
    return type.code() + ":" + masked();
  }
}
