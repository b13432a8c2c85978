package licencehub.connectors.tables;

import java.util.Collection;
import java.util.regex.Pattern;
import licencehub.model.Fault;
import licencehub.model.Reason;
import licencehub.model.Text;
import org.jspecify.annotations.Nullable;

/**
 * Words what is wrong with a row: table, column, rule, and the mapping key an operator would repair
 * before replaying. A value is shown only where its form rules out personal data.
 */
final class Complaint {
  private static final Pattern CODE = Pattern.compile("[0-9A-Za-z._-]{1,6}");
  private static final Pattern TIME =
      Pattern.compile("[0-9]{1,4}[-/.年][0-9]{1,2}([-/.月: T日时分秒+Z][0-9]{0,4}){0,10}");

  private Complaint() {}

  static Fault missing(String table, Field field) {
    return Fault.at(
        column(field),
        Reason.SCHEMA_VIOLATED,
        Text.of(
            "表 %s 的列 %s 为空，而字段 %s 必填。请部门补填后以更高版本重报；若列名不同，请改映射键 %s 后重放。"
                .formatted(table, column(field), field.path(), field.key()),
            ("Column %2$s of table %1$s is empty, and field %3$s is required. Have the department"
                    + " fill it in and report a higher version; if the column has another name,"
                    + " change mapping key %4$s and replay.")
                .formatted(table, column(field), field.path(), field.key())));
  }

  static Fault unknownCode(String table, Field field, String value, Codes codes) {
    return Fault.at(
        column(field),
        Reason.CODE_MALFORMED,
        Text.of(
            "表 %s 的列 %s 的代码%s不在代码表中。请在映射键 %s 中补上该代码后重放，或请部门更正。"
                .formatted(table, column(field), shown(value, CODE).zh(), codes.key()),
            ("Column %2$s of table %1$s holds a code%3$s that is not in the code list. Add it"
                    + " to mapping key %4$s and replay, or have the department correct it.")
                .formatted(table, column(field), shown(value, CODE).en(), codes.key())));
  }

  static Fault malformed(String table, Field field, String value) {
    Form form = field.form();
    Pattern harmless =
        switch (form) {
          case TIME, DATE, VALIDITY, EPOCH_SECOND, MINUTE_NUMBER -> TIME;
          case TEXT, INTEGER, NUMBER, LIST -> CODE;
        };
    return Fault.at(
        column(field),
        Reason.SCHEMA_VIOLATED,
        Text.of(
            "表 %s 的列 %s 的值%s不是%s（例如 %s）。请部门更正，或修改映射键 %s 后重放。"
                .formatted(
                    table,
                    column(field),
                    shown(value, harmless).zh(),
                    form.text().zh(),
                    form.example(),
                    field.key()),
            ("Column %2$s of table %1$s holds a value%3$s that is not %4$s (for example %5$s)."
                    + " Have the department correct it, or change mapping key %6$s and replay.")
                .formatted(
                    table,
                    column(field),
                    shown(value, harmless).en(),
                    form.text().en(),
                    form.example(),
                    field.key())));
  }

  static Fault uneven(String table, Field field, int values, Field by, int members) {
    return Fault.at(
        column(field),
        Reason.SCHEMA_VIOLATED,
        Text.of(
            "表 %s 的列 %s 有 %d 个值，而列 %s 有 %d 个，无法一一对应。请部门在两列中用“；”分隔相同个数的值后以更高版本重报。"
                .formatted(table, column(field), values, column(by), members),
            ("Column %2$s of table %1$s holds %3$d value(s) and column %4$s holds %5$d: they cannot"
                    + " be matched. Have the department write as many in both, separated by"
                    + " semicolons, and report a higher version.")
                .formatted(table, column(field), values, column(by), members)));
  }

  static Fault alone(String table, String owner) {
    return Fault.at(
        "/table",
        Reason.EVENT_TYPE_UNKNOWN,
        Text.of(
            "表 %s 的行属于表 %s 的行，不能单独报送。请与同号的 %s 行放在同一文档中重报。".formatted(table, owner, owner),
            ("Rows of table %1$s belong to rows of table %2$s and mean nothing alone. Report them"
                    + " in one document with the %2$s row of the same number.")
                .formatted(table, owner)));
  }

  static Fault notTaken(String table, Text why) {
    return Fault.at(
        "/table",
        Reason.EVENT_TYPE_UNKNOWN,
        Text.of(
            "认识表 " + table + " 的这一行，但不采集：" + why.zh() + "。",
            "This row of table " + table + " is known and not taken: " + why.en() + "."));
  }

  static Fault unknownTable(Collection<String> known) {
    String names = String.join(", ", known);
    return Fault.at(
        "/table",
        Reason.BYTES_UNREADABLE,
        Text.of(
            "映射中没有这张表。已知的表：" + names + "。请在映射键 mapping.tables 中补上后重放。",
            "The mapping has no such table. Known: "
                + names
                + ". Add it to mapping key mapping.tables and replay."));
  }

  static Fault noEvent(TableMapping table) {
    String key = "mapping.tables." + table.name() + ".events";
    return Fault.at(
        "",
        Reason.EVENT_TYPE_UNKNOWN,
        Text.of(
            "表 %s 的这一行不符合任何事件的条件。请检查映射键 %s 中各事件的 when 后重放，或请部门更正。".formatted(table.name(), key),
            ("This row of table %s meets no event's conditions. Look at the when of each event"
                    + " in mapping key %s and replay, or have the department correct it.")
                .formatted(table.name(), key)));
  }

  static Fault unsigned(String table, String column) {
    return Fault.at(
        column,
        Reason.SIGNATURE_MISSING,
        Text.of(
            "表 %s 的列 %s 没有签名，证照数据必须由颁发机构签名。请部门签名后重报；若列名不同，请改映射键 mapping.tables.%s.signature.column。"
                .formatted(table, column, table),
            ("Column %2$s of table %1$s has no signature, and licences must be signed by their"
                    + " issuer. Have the department sign and report again; if the column has"
                    + " another name, change mapping key mapping.tables.%1$s.signature.column.")
                .formatted(table, column)));
  }

  static Fault notBase64(String table, String column) {
    return Fault.at(
        column,
        Reason.ENVELOPE_UNREADABLE,
        Text.of(
            "表 %s 的列 %s 不是 base64 编码的 CMS 签名。请部门更正后重报。".formatted(table, column),
            "Column %2$s of table %1$s is not a CMS signature in base64. Have the department correct it and report again."
                .formatted(table, column)));
  }

  private static String column(Field field) {
    String column = field.column();
    return column == null ? field.path() : column;
  }

  private static Text shown(@Nullable String value, Pattern harmless) {
    if (value == null) {
      return Text.of("（空）", " (empty)");
    }
    if (harmless.matcher(value).matches()) {
      return Text.of("“" + value + "”", " \"" + value + "\"");
    }
    int length = value.codePointCount(0, value.length());
    return Text.of("（" + length + "个字符，不予显示）", " (" + length + " characters, not shown)");
  }
}
