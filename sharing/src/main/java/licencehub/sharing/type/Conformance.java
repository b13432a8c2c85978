package licencehub.sharing.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import licencehub.model.Fault;
import licencehub.model.Reason;
import licencehub.model.Text;
import licencehub.model.code.HolderCodeType;
import licencehub.sharing.Licence;
import licencehub.sharing.Term;
import licencehub.sharing.Written;
import org.jspecify.annotations.Nullable;

/** Holds one licence against its type. */
final class Conformance {
  private static final int SHOWN = 40;

  private final LicenceType type;
  private final Licence licence;
  private final List<Fault> faults = new ArrayList<>();

  Conformance(LicenceType type, Licence licence) {
    this.type = type;
    this.licence = licence;
  }

  List<Fault> faults() {
    type();
    number();
    holders();
    term();
    type.items().forEach(this::item);
    unknown();
    return List.copyOf(faults);
  }

  private void type() {
    if (!licence.identifier().type().equals(type.code())) {
      fault(
          "/data/identifier",
          "证照标识中的类型代码“" + licence.identifier().type() + "”不是" + type.name().zh() + "的代码，应为 ",
          "The type code \"" + licence.identifier().type() + "\" is not that of this type; use ",
          type.code().text());
    }
  }

  /** Never shows the number: some licences carry their holder's citizen number. */
  private void number() {
    NumberRule rule = type.number();
    if (rule != null && !rule.admits(licence.number())) {
      fault(
          "/data/number",
          "证照编号不符合该类型的编号规则，请核对，例如 ",
          "The licence number does not match the rule of its type; check it, for example ",
          rule.example());
    }
  }

  private void holders() {
    for (int i = 0; i < licence.holders().size(); i++) {
      HolderCodeType code = licence.holders().get(i).code().type();
      if (!type.holders().admits(code)) {
        fault(
            "/data/holders/" + i + "/codeType",
            "持证主体代码类型“" + code.code() + " " + code.text().zh() + "”不符，持证主体应为",
            "Holder code type \"" + code.code() + "\" does not fit; the holder must be ",
            type.holders().text());
      }
    }
  }

  private void term() {
    Term term = licence.term();
    if (term.validTo() != null && term.validTo().isBefore(term.validFrom())) {
      fault(
          "/data/validTo",
          "有效期截止“" + term.validTo() + "”早于起始，应不早于 ",
          "Last day \"" + term.validTo() + "\" lies before the first; it must not be before ",
          term.validFrom().toString());
    } else if (!type.validity().admits(term)) {
      String shown = term.validTo() == null ? "长期" : term.validTo().toString();
      fault(
          "/data/validTo",
          "有效期截止“" + shown + "”不符合该类型的规则，",
          "Validity until \"" + shown + "\" is not as its type has it, it ",
          type.validity().text());
    }
  }

  private void item(InformationItem item) {
    String value = licence.face().getOrDefault(item.name(), "");
    if (value.isBlank()) {
      if (item.required()) {
        fault(
            pointer(item.name()),
            "缺少必填信息项，请补报 ",
            "A required item is missing; send ",
            item.label());
      }
      return;
    }
    Text wanted = wanted(item, value);
    if (wanted != null) {
      String shown = item.sensitivity().isPersonal() ? "" : "“" + cut(value) + "”";
      fault(
          pointer(item.name()),
          "信息项" + item.label().zh() + shown + "的值不符，应为",
          "Item " + item.label().en() + " " + shown + " is wrong; it must be ",
          wanted);
    }
  }

  /** What the value should have been; null when it is right. */
  private static @Nullable Text wanted(InformationItem item, String value) {
    return switch (item.kind()) {
      case TEXT -> null;
      case DATE ->
          Written.date(value).isPresent() || Written.isWithoutEnd(value)
              ? null
              : Text.of("日期，例如 2026-03-02", "a date, for example 2026-03-02");
      case NUMBER ->
          Written.number(value).isPresent()
              ? null
              : Text.of("数字，例如 1200.50", "a number, for example 1200.50");
      case CODE -> item.codes().containsKey(value) ? null : choices(item.codes());
    };
  }

  private static Text choices(Map<String, String> codes) {
    String all =
        codes.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(it -> it.getKey() + " " + it.getValue())
            .collect(Collectors.joining("; "));
    return Text.of("代码之一：" + all, "one of " + all);
  }

  private void unknown() {
    Set<String> names = new TreeSet<>(licence.face().keySet());
    type.items().forEach(it -> names.remove(it.name()));
    for (String each : names) {
      fault(
          pointer(each),
          "“" + cut(each) + "”不是该类型的信息项，请改用类型目录中的名称或删除：",
          "\"" + cut(each) + "\" is no item of this type; use the names of the directory: ",
          type.items().stream().map(InformationItem::name).collect(Collectors.joining("、")));
    }
  }

  private void fault(String path, String zh, String en, String right) {
    fault(path, zh, en, Text.of(right.isEmpty() ? "（无）" : right, right.isEmpty() ? "-" : right));
  }

  private void fault(String path, String zh, String en, Text right) {
    faults.add(
        Fault.at(
            path, Reason.SCHEMA_VIOLATED, Text.of(zh + right.zh() + "。", en + right.en() + ".")));
  }

  private static String pointer(String item) {
    return "/data/items/" + item.replace("~", "~0").replace("/", "~1");
  }

  private static String cut(String value) {
    return value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
  }
}
