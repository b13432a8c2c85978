package licencehub.hub.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import licencehub.model.Text;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rows of a directory of licence types (GB/T 36902, as practised): one row for each type, columns
 * by their English or Chinese names.
 */
final class TypeRows {
  private static final List<String> CODE = List.of("CertificateTypeCode", "证照类型代码");
  private static final List<String> NAME = List.of("CertificateTypeName", "证照类型名称");
  private static final List<String> ENGLISH = List.of("CertificateTypeNameEn", "证照类型英文名称");
  private static final List<String> AUTHORITY =
      List.of("CertificateDefineAuthorityName", "证照定义机构", "证照定义机构名称");
  private static final List<String> AUTHORITY_CODE =
      List.of("CertificateDefineAuthorityCode", "证照定义机构代码");
  private static final List<String> HOLDERS = List.of("CertificateHolderCategory", "持证主体类别");
  private static final List<String> VALIDITY =
      List.of("ValidityRange", "有效期限", "有效期限范围", "有效期限/范围");
  private static final List<String> ITEM = List.of("RelatedItemCode", "关联事项代码");
  private static final Pattern PERIOD = Pattern.compile("([1-9][0-9]{0,2})\\s*(年|个?月|日|天)");
  private static final Map<String, String> CATEGORIES =
      Map.of(
          "自然人", "natural-person",
          "法人", "legal-person",
          "法人或其他组织", "legal-person",
          "其他", "mixed",
          "混合", "mixed",
          "自然人、法人", "mixed");

  private TypeRows() {}

  static List<Draft> drafts(List<Row> rows, List<RowFault> faults) {
    Map<String, Draft> drafts = new LinkedHashMap<>();
    for (Row row : rows) {
      Draft draft = draft(row, faults);
      Draft before = drafts.putIfAbsent(draft.code(), draft);
      if (before != null) {
        faults.add(
            RowFault.of(
                row,
                CODE.getLast(),
                draft.code(),
                Text.of("与第" + before.row().line() + "行重复", "repeats line " + before.row().line()),
                Text.of("只保留一行", "keep one of them")));
      }
    }
    return List.copyOf(drafts.values());
  }

  private static Draft draft(Row row, List<RowFault> faults) {
    ObjectNode type = JsonNodeFactory.instance.objectNode();
    String code = row.value(CODE);
    String name = row.value(NAME);
    String english = row.value(ENGLISH);
    type.put("code", code);
    type.putObject("name").put("zh", name).put("en", english.isEmpty() ? name : english);
    type.put("origin", "real");
    type.putObject("definedBy").put("code", authority(row, code)).put("name", row.value(AUTHORITY));
    holders(row, faults).ifPresent(it -> type.put("holders", it));
    validity(row, type, faults);
    String items = row.value(ITEM);
    if (!items.isEmpty()) {
      for (String item : items.split("[,，;；、]", -1)) {
        type.withArray("serves").add(item.strip());
      }
    }
    return new Draft(row, code, type);
  }

  /** The type code begins with the code of whoever defined it. */
  private static String authority(Row row, String code) {
    String given = row.value(AUTHORITY_CODE);
    return given.isEmpty() && code.length() > 18 ? code.substring(0, 18) : given;
  }

  private static Optional<String> holders(Row row, List<RowFault> faults) {
    String text = row.value(HOLDERS);
    String word = CATEGORIES.get(text);
    if (word == null) {
      faults.add(
          RowFault.of(
              row,
              HOLDERS.getLast(),
              text,
              Text.of("持证主体类别不认识", "this category of holders is not known"),
              Text.of("应为自然人、法人、其他之一", "must be one of 自然人, 法人, 其他")));
    }
    return Optional.ofNullable(word);
  }

  private static void validity(Row row, ObjectNode type, List<RowFault> faults) {
    String text = row.value(VALIDITY);
    ObjectNode validity = type.putObject("validity");
    List<String> periods = periods(text);
    if (text.equals("长期") || text.equals("长期有效")) {
      validity.put("kind", "unlimited");
    } else if (!periods.isEmpty()) {
      validity.put("kind", "duration");
      periods.forEach(validity.withArray("periods")::add);
      validity.put("orUnlimited", text.contains("长期"));
    } else if (text.isEmpty() || text.contains("截止") || text.contains("固定日期")) {
      validity.put("kind", "fixed-date").put("orUnlimited", text.isEmpty() || text.contains("长期"));
    } else {
      faults.add(
          RowFault.of(
              row,
              VALIDITY.get(1),
              text,
              Text.of("有效期限不认识", "this validity is not known"),
              Text.of("写作 长期、5年、固定日期，或留空", "write 长期, 5年 or 固定日期, or leave it empty")));
    }
  }

  private static List<String> periods(String text) {
    List<String> periods = new ArrayList<>();
    Matcher each = PERIOD.matcher(text);
    while (each.find()) {
      String unit = each.group(2);
      String letter = unit.equals("年") ? "Y" : unit.endsWith("月") ? "M" : "D";
      periods.add("P" + each.group(1) + letter);
    }
    return periods.stream().distinct().toList();
  }

  /** What every licence type has, where the directory says nothing of it. */
  static ObjectNode rest() {
    ObjectNode rest = JsonNodeFactory.instance.objectNode();
    // Two families of codes are in use; these two mean the same in both.
    rest.putObject("statusCodes").put("01", "valid").put("02", "suspended");
    rest.putArray("items");
    rest.putArray("face").add("证照编号").add("持证主体").add("证照颁发机构").add("证照颁发日期");
    return rest;
  }
}
