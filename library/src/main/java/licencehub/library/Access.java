package licencehub.library;

import java.time.Instant;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.code.CreditCode;
import licencehub.model.code.UseCode;
import org.jspecify.annotations.Nullable;

/**
 * One look-up, with its reason.
 *
 * @param number its place in the log; 0 until written
 * @param caller the department or person the token or certificate names
 * @param subject what was asked for: licence identifier, case number, or a masked criterion
 * @param result found, absent, unknown, refused, or different where a claimed field was
 * @param organisation whom the caller acts for; null where it is not known
 * @param useCode the use under which it was looked at; null where there was none
 */
public record Access(
    long number,
    Instant at,
    String caller,
    String role,
    LookupReason reason,
    String action,
    String subject,
    String result,
    @Nullable CreditCode organisation,
    @Nullable UseCode useCode) {
  /** The result of a comparison in which a claimed field was not as claimed. */
  public static final String DIFFERENT = "different";

  /** One of a caller whose organisation is not known, under no use. */
  public Access(
      long number,
      Instant at,
      String caller,
      String role,
      LookupReason reason,
      String action,
      String subject,
      String result) {
    this(number, at, caller, role, reason, action, subject, result, null, null);
  }

  /**
   * Why somebody looks something up; no look-up goes without.
   *
   * @param item the item being handled
   * @param caseNumber the case it is for
   * @param purpose in words, up to 200 characters
   * @param operator the person at the counter, by account
   */
  public record LookupReason(String item, String caseNumber, String purpose, String operator) {
    private static final int LONGEST = 200;

    public LookupReason {
      need("事项", "item", item);
      need("办件编号", "caseNumber", caseNumber);
      need("用途", "purpose", purpose);
      need("经办人", "operator", operator);
    }

    private static void need(String zh, String en, String value) {
      if (value.isBlank() || value.length() > LONGEST) {
        throw MalformedValue.hidden(
            Text.of(zh, en),
            Text.of("必填，至多200字", "must be given, 200 characters at the most"),
            "\"reason\": {\"item\": \"11370800MB285591843370117002011\", \"caseNumber\": \"330901161710248000216\","
                + " \"purpose\": \"食品经营许可核验\", \"operator\": \"zhang.san\"}");
      }
    }
  }
}
