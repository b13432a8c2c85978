package licencehub.sharing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import licencehub.model.event.Holder;

/**
 * The metadata elements every licence has (GB/T 36903-2018 as practised), each by its Chinese name,
 * by the short name embedded in files and by the name used towards the national platform.
 */
public enum Element {
  IDENTIFIER("证照标识", "ZZBS", "certificate_identifier", it -> one(it.identifier().toString())),
  NAME("证照名称", "ZZMC", "certificate_name", it -> one(it.name())),
  TYPE_CODE("证照类型代码", "ZZLXDM", "certificate_type_code", it -> one(it.identifier().type().text())),
  NUMBER("证照编号", "ZZBH", "certificate_number", it -> one(it.number())),
  ISSUER("证照颁发机构", "ZZBFJG", "certificate_issuing_authority_name", it -> one(it.issuer().name())),
  ISSUER_CODE(
      "证照颁发机构代码",
      "ZZBFJGDM",
      "certificate_issuing_authority_code",
      it -> one(it.issuer().code().text())),
  ISSUED_ON(
      "证照颁发日期", "ZZBFRQ", "certificate_issued_date", it -> one(it.term().issuedOn().toString())),
  HOLDER("持证主体", "CZZT", "certificate_holder_name", it -> each(it, Holder::name)),
  HOLDER_CODE("持证主体代码", "CZZTDM", "certificate_holder_code", it -> each(it, e -> e.code().value())),
  HOLDER_CODE_TYPE(
      "持证主体代码类型代码",
      "CZZTDMLXDM",
      "certificate_holder_type",
      it -> each(it, e -> e.code().type().code())),
  VALID_FROM(
      "证照有效期起始日期",
      "ZZYXQQSRQ",
      "certificate_validate_start",
      it -> one(it.term().validFrom().toString())),
  VALID_TO("证照有效期截止日期", "ZZYXQJZRQ", "certificate_validate_end", it -> one(end(it)));

  /** How the absence of an end is written. */
  public static final String WITHOUT_END = "长期";

  private static final String PREFIX = "证照";
  private static final Map<String, Element> BY_NAME = byName();

  private final String zh;
  private final String column;
  private final String english;
  private final Function<Licence, List<String>> values;

  Element(String zh, String column, String english, Function<Licence, List<String>> values) {
    this.zh = zh;
    this.column = column;
    this.english = english;
    this.values = values;
  }

  public String zh() {
    return zh;
  }

  /** The short name in files, pinyin initials. */
  public String column() {
    return column;
  }

  public String english() {
    return english;
  }

  /** What a licence has here. */
  public List<String> values(Licence licence) {
    return values.apply(licence);
  }

  public ValueKind kind() {
    return switch (this) {
      case ISSUED_ON, VALID_FROM, VALID_TO -> ValueKind.DATE;
      case IDENTIFIER, TYPE_CODE, NUMBER, ISSUER_CODE, HOLDER_CODE, HOLDER_CODE_TYPE ->
          ValueKind.CODE;
      case NAME, ISSUER, HOLDER -> ValueKind.TEXT;
    };
  }

  /** Finds an element by any of its names; the leading 证照 may be left out. */
  public static Optional<Element> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** The Chinese name of an element however it was named; anything else as it is. */
  public static String usualName(String name) {
    Element element = BY_NAME.get(name);
    return element == null ? name : element.zh;
  }

  private static Map<String, Element> byName() {
    Map<String, Element> names = new HashMap<>();
    for (Element each : values()) {
      Stream.of(each.zh, each.column, each.english).forEach(it -> names.put(it, each));
    }
    Arrays.stream(values())
        .filter(it -> it.zh.startsWith(PREFIX))
        .forEach(it -> names.putIfAbsent(it.zh.substring(PREFIX.length()), it));
    names.remove("标识");
    names.remove("名称");
    return Map.copyOf(names);
  }

  private static String end(Licence licence) {
    return licence.term().validTo() == null ? WITHOUT_END : licence.term().validTo().toString();
  }

  private static List<String> one(String value) {
    return value.isBlank() ? List.of() : List.of(value);
  }

  private static List<String> each(Licence licence, Function<Holder, String> part) {
    return licence.holders().stream().map(part).filter(it -> !it.isBlank()).toList();
  }
}
