package licencehub.library;

import java.time.Instant;
import licencehub.model.MalformedValue;
import licencehub.model.Text;

/**
 * One look-up, with its reason.
 *
 * @param number its place in the log; 0 until written
 * @param caller the department or person the token or certificate names
 * @param subject what was asked for: licence identifier, case number, or a masked criterion
 * @param result found, absent, unknown or refused
 */
public record Access(
    long number,
    Instant at,
    String caller,
    String role,
    LookupReason reason,
    String action,
    String subject,
    String result) {
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
