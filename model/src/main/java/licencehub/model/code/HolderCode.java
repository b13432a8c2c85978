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
      case CREDIT_CODE -> creditCode(value);
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

  private static void creditCode(String value) {
    try {
      new CreditCode(value);
    } catch (MalformedValue e) {
      // what stands here by mistake may be a citizen number: the message must not repeat it
      throw MalformedValue.hidden(
          Text.of("持证主体代码", "holder code"),
          Text.of(
              "应为18位统一社会信用代码且校验位相符",
              "must be a unified social credit code of 18 characters with a right check"),
          "91350100M000100Y43");
    }
  }

  /**
   * Organisations stay readable; of a citizen number the first 6 and last 4 remain, of other codes
   * of persons the last 4 where that is less than half.
   */
  public String masked() {
    return switch (type) {
      case CREDIT_CODE, OTHER_ORGANISATION -> value;
      case CITIZEN_NUMBER -> new CitizenNumber(value).masked();
      default -> "****" + (value.length() > 2 * KEPT ? value.substring(value.length() - KEPT) : "");
    };
  }

  @Override
  public String toString() {
    return type.code() + ":" + masked();
  }
}
