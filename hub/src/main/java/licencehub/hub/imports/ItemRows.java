package licencehub.hub.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import licencehub.model.Text;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rows of the national item form (GB/T 39554.2, C0109, as practised): one row for each required
 * document, with the item's own columns in every one of them.
 */
final class ItemRows {
  private static final List<String> CODE =
      List.of("task_handle_item", "业务办理项编码", "task_code", "实施编码", "catalog_code", "基本编码", "事项编码");
  private static final List<String> NAME = List.of("task_name", "事项名称");
  private static final List<String> ENGLISH = List.of("task_name_en", "事项英文名称");
  private static final List<String> VERSION = List.of("task_version", "事项版本");
  private static final List<String> MATERIAL = List.of("material_code", "材料编码");
  private static final List<String> MATERIAL_NAME = List.of("material_name", "材料名称");
  private static final List<String> NECESSITY = List.of("material_necessity", "材料必要性");
  private static final List<String> DEFER = List.of("defer_days", "容缺补交期限");
  private static final List<String> FORM = List.of("material_form", "材料形式");
  private static final List<String> TYPES = List.of("certificate_type_code", "可替代证照类型");
  private static final Map<String, String> NECESSITIES =
      Map.of("必要", "required", "非必要", "optional", "容缺后补", "deferrable");
  private static final Map<String, List<String>> FORMS =
      Map.of(
          "纸质", List.of("paper"),
          "电子", List.of("electronic"),
          "电子化", List.of("electronic"),
          "纸质或电子", List.of("paper", "electronic"),
          "纸质和电子", List.of("paper", "electronic"),
          "纸质或电子化", List.of("paper", "electronic"));

  private ItemRows() {}

  static List<Draft> drafts(List<Row> rows, List<RowFault> faults) {
    Map<String, Draft> drafts = new LinkedHashMap<>();
    for (Row row : rows) {
      String code = row.value(CODE);
      Draft draft = drafts.computeIfAbsent(code, it -> new Draft(row, it, item(row, it, faults)));
      if (!draft.settings().at("/name/zh").asString("").equals(row.value(NAME))) {
        faults.add(
            RowFault.of(
                row,
                NAME.getLast(),
                row.value(NAME),
                Text.of(
                    "与第" + draft.row().line() + "行的事项名称不同",
                    "differs from the item's name in line " + draft.row().line()),
                Text.of("同一事项各行写相同的名称", "give one item one name in all its rows")));
      }
      draft.settings().withArray("documents").add(document(row, faults));
    }
    return List.copyOf(drafts.values());
  }

  private static ObjectNode item(Row row, String code, List<RowFault> faults) {
    ObjectNode item = JsonNodeFactory.instance.objectNode();
    String name = row.value(NAME);
    String english = row.value(ENGLISH);
    item.put("code", code);
    item.put("version", number(row, VERSION, 1, faults));
    item.putObject("name").put("zh", name).put("en", english.isEmpty() ? name : english);
    item.put("origin", "real");
    item.putArray("documents");
    return item;
  }

  private static ObjectNode document(Row row, List<RowFault> faults) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    String name = row.value(MATERIAL_NAME);
    document.put("code", row.value(MATERIAL));
    document.putObject("name").put("zh", name).put("en", name);
    String necessity = row.value(NECESSITY).isEmpty() ? "必要" : row.value(NECESSITY);
    document.put("necessity", word(row, NECESSITY, necessity, NECESSITIES, "required", faults));
    if (necessity.equals("容缺后补")) {
      document.put("deferDays", number(row, DEFER, 5, faults));
    }
    String form = row.value(FORM).isEmpty() ? "纸质或电子" : row.value(FORM);
    String types = row.value(TYPES);
    List<String> forms = word(row, FORM, form, FORMS, List.of("paper"), faults);
    Stream.concat(forms.stream(), types.isEmpty() ? Stream.of() : Stream.of("licence"))
        .forEach(document.putArray("forms")::add);
    if (!types.isEmpty()) {
      var accepted = document.putArray("accepts").addObject().putArray("types");
      for (String type : types.split("[,，;；、]", -1)) {
        accepted.add(type.strip());
      }
    }
    return document;
  }

  private static int number(Row row, List<String> columns, int usual, List<RowFault> faults) {
    String text = row.value(columns);
    if (text.isEmpty() || text.matches("[0-9]{1,5}")) {
      return text.isEmpty() ? usual : Integer.parseInt(text);
    }
    faults.add(
        RowFault.of(
            row,
            columns.getLast(),
            text,
            Text.of("应为整数", "must be a whole number"),
            Text.of("例如 " + usual, "for example " + usual)));
    return usual;
  }

  private static <T> T word(
      Row row,
      List<String> columns,
      String text,
      Map<String, T> words,
      T otherwise,
      List<RowFault> faults) {
    T found = words.get(text);
    if (found == null) {
      String known = String.join(" ", words.keySet().stream().sorted().toList());
      faults.add(
          RowFault.of(
              row,
              columns.getLast(),
              text,
              Text.of("写法不认识", "is not known"),
              Text.of("应为：" + known, "must be one of: " + known)));
      return otherwise;
    }
    return found;
  }
}
