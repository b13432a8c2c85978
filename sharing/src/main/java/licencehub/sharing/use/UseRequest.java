package licencehub.sharing.use;

import java.util.Set;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.CreditCode;
import licencehub.model.code.ItemCode;

/**
 * Somebody asks to use a licence. Organisation, operator, item, case and purpose are the five
 * elements 五要素 no use goes without.
 *
 * @param operator the person at the counter, by account
 * @param purpose in words, up to 200 characters
 * @param fields which fields are wanted; empty for all that are granted
 * @param copy whether a use copy is wanted
 */
public record UseRequest(
    CreditCode organisation,
    String operator,
    ItemCode item,
    CaseNumber caseNumber,
    String purpose,
    Basis basis,
    Set<String> fields,
    boolean copy) {
  private static final int LONGEST = 200;

  public UseRequest {
    fields = Set.copyOf(fields);
    need(Text.of("经办人", "operator"), operator, "zhang.san");
    need(Text.of("用途", "purpose"), purpose, "食品经营许可核验");
  }

  private static void need(Text what, String value, String example) {
    if (value.isBlank() || value.length() > LONGEST) {
      throw MalformedValue.hidden(
          what, Text.of("必填，至多200字", "must be given, 200 characters at the most"), example);
    }
  }
}
