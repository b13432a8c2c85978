package licencehub.sharing.type;

import java.util.Map;
import java.util.regex.Pattern;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.sharing.Sensitivity;
import licencehub.sharing.ValueKind;

/**
 * One item of information on the face of a licence 证照信息项, beyond the metadata every licence has.
 *
 * @param label what people call it; its Chinese part is the name it is exchanged by
 * @param column its short name in files and tables, pinyin initials, for example KZ_JYXM
 * @param required whether every licence of the type has it
 * @param codes the allowed codes with their meanings; empty but for kind code
 */
public record InformationItem(
    Text label,
    String column,
    ValueKind kind,
    boolean required,
    Sensitivity sensitivity,
    Map<String, String> codes) {
  private static final Pattern COLUMN = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");

  public InformationItem {
    codes = Map.copyOf(codes);
    if (!COLUMN.matcher(column).matches()) {
      throw MalformedValue.of(
          Text.of("信息项短名", "short name of an item"),
          column,
          Text.of("应为2至40位大写字母、数字或下划线", "must be 2 to 40 capitals, digits or underscores"),
          "KZ_JYXM");
    }
    if (codes.isEmpty() == (kind == ValueKind.CODE)) {
      throw MalformedValue.of(
          Text.of("信息项代码表", "code list of an item"),
          label.zh(),
          Text.of("代码类信息项必须有代码表，其他不得有", "belongs to an item of kind code, and only there"),
          "kind: code, codes: {\"1\": 男}");
    }
  }

  /** The name it is exchanged by. */
  public String name() {
    return label.zh();
  }
}
