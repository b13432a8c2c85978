package licencehub.model.code;

import licencehub.model.MalformedValue;
import licencehub.model.Text;

/**
 * A case number 办件编号, opaque as every system builds its own: up to 50 characters (the width of the
 * national project_no).
 */
public record CaseNumber(String text) {
  private static final int LONGEST = 50;

  public CaseNumber {
    if (text.isEmpty() || text.length() > LONGEST || !Alphabet.WORD.spells(text)) {
      throw MalformedValue.of(
          Text.of("办件编号", "case number"),
          text,
          Text.of(
              "应为1至50位字母、数字、连字符或下划线", "must be 1 to 50 letters, digits, hyphens or underscores"),
          "330901161710248000216");
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
