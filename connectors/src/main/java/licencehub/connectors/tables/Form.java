package licencehub.connectors.tables;

import java.util.Arrays;
import java.util.Locale;
import licencehub.model.MalformedValue;
import licencehub.model.Text;

/** What a column's text is read as. */
enum Form {
  /** Text as it is, without blanks around it. */
  TEXT("文本", "text", "许可"),
  /** A whole number. */
  INTEGER("整数", "a whole number", "3"),
  /** A decimal number. */
  NUMBER("数字", "a number", "12.50"),
  /** A point in time, written as RFC 3339 with the mapping's zone. */
  TIME("时间", "a time", "2026-03-05 09:30:00"),
  /** A day. */
  DATE("日期", "a date", "2026-03-05"),
  /** The last day of validity; empty, 长期 or 2099-12-31 mean without end, written as null. */
  VALIDITY("有效期截止日期", "a last day of validity", "2031-03-04"),
  /** Several texts, separated by commas, semicolons, 、 or line ends. */
  LIST("清单", "a list", "身份证；营业执照"),
  /** A point in time as seconds since 1970: a number that grows, where a table has none. */
  EPOCH_SECOND("时间", "a time", "2026-03-05 09:30:00"),
  /**
   * A point in time as minutes since 1970, modulo 100 000 (69 days), plus 1: tells the steps of one
   * case apart where a table does not count them.
   */
  MINUTE_NUMBER("时间", "a time", "2026-03-05 09:30:00");

  private final Text text;
  private final String example;

  Form(String zh, String en, String example) {
    this.text = Text.of(zh, en);
    this.example = example;
  }

  Text text() {
    return text;
  }

  String example() {
    return example;
  }

  /** The word for it in a mapping, for example {@code epoch-second}. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Form parse(String key, String word) {
    return Arrays.stream(values())
        .filter(it -> it.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                MalformedValue.of(
                    Text.of("映射键 " + key, "mapping key " + key),
                    word,
                    Text.of("不是已知的取值方式", "is not a known form"),
                    TIME.word()));
  }
}
