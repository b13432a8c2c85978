package licencehub.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-02",
        "2026/3/2",
        "2026.03.02",
        "20260302",
        "20260302153000",
        "2026年3月2日",
        "2026 年 03 月 02 日",
        "2026年3月2日 10:00",
        "２０２６－０３－０２",
        "2026-3-2 09:30:00",
        "2026-03-02T00:00:00+08:00",
        "2026-03-01T16:00:00Z",
        "二〇二六年三月二日",
        "二零二六年三月二日",
        " 2026-03-02 "
      })
  void a_day_is_read_however_it_is_written(String written) {
    assertThat(Written.date(written)).contains(LocalDate.of(2026, 3, 2));
  }

  @ParameterizedTest
  @CsvSource({
    "二〇二五年十二月三十一日, 2025-12-31",
    "二〇二五年十月十日, 2025-10-10",
    "二〇二五年十一月二十日, 2025-11-20",
    "二〇二五年一月二十九日, 2025-01-29",
    "2026-03-01T15:59:59Z, 2026-03-01"
  })
  void days_in_chinese_numerals_and_moments_elsewhere(String written, LocalDate day) {
    assertThat(Written.date(written)).contains(day);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "长期",
        "2026-02-30",
        "2026-13-01",
        "2026-3",
        "20261301",
        "三月二日",
        "二〇二六年十十月二日",
        "二〇二六年三月四十日",
        "20260302 一切正常",
        "2026-03-02至2031-03-01"
      })
  void what_is_no_day_is_none(String written) {
    assertThat(Written.date(written)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"长期", " 长 期", "长期有效", "永久", "2099/12/31", "9999-12-31"})
  void without_end_has_many_words(String written) {
    assertThat(Written.isWithoutEnd(written)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TEXT   | 示例食品（深圳）有限公司 | 示例食品(深圳) 有限公司",
        "TEXT   | ＡＢＣ１２３ | abc123",
        "TEXT   | 买买提·示例 | 买买提•示例",
        "TEXT   | 示例——样本 | 示例--样本",
        "TEXT   | 2026-03-02 | 2026年3月2日",
        "TEXT   | 99000119800101001X | 99000119800101001x",
        "DATE   | 长期 | 2099-12-31",
        "DATE   | 2026.3.2 | 20260302",
        "NUMBER | 1,000,000.00 | 1000000",
        "NUMBER | １２.50 | 12.5",
        "CODE   | 110105491231002 | 11010519491231002X",
        "CODE   | 00001333-8 | 000013338",
        "CODE   | jy14403070001234 | JY1440307 0001234",
      })
  void different_writings_are_the_same(ValueKind kind, String one, String other) {
    assertThat(Written.isSame(kind, one, other)).isTrue();
    assertThat(Written.isSame(kind, other, one)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TEXT   | 赵示例 | 赵示列",
        "TEXT   | 1000 | 1000.0",
        "DATE   | 2026-03-02 | 2026-03-20",
        "DATE   | 长期 | 2031-03-01",
        "NUMBER | 1,00 | 100",
        "NUMBER | 一千 | 1000",
        "CODE   | 110105491231002 | 110105194912310021",
        "CODE   | 110105491331002 | 11010519491231002X",
        "CODE   | 20260302 | 2026-03-02",
        "CODE   | 1-23 | 12-3",
      })
  void different_things_are_not(ValueKind kind, String one, String other) {
    assertThat(Written.isSame(kind, one, other)).isFalse();
    assertThat(Written.isSame(kind, other, one)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void anything_is_the_same_as_itself_whatever_it_is(ValueKind kind) {
    Random random = new Random(11);
    for (int i = 0; i < 2000; i++) {
      String text =
          random
              .ints(random.nextInt(40), 0, 0x3000)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      assertThat(Written.isSame(kind, text, text)).isTrue();
      assertThat(Written.plain(Written.plain(text))).isEqualTo(Written.plain(text));
    }
  }

  @Test
  void the_same_day_in_every_form_all_year_round() {
    LocalDate day = LocalDate.of(2023, 12, 30);
    for (int i = 0; i < 430; i++, day = day.plusDays(1)) {
      int y = day.getYear();
      int m = day.getMonthValue();
      int d = day.getDayOfMonth();
      for (String form :
          new String[] {"%04d-%02d-%02d", "%d/%d/%d", "%d.%d.%d", "%d年%d月%d日", "%04d%02d%02d"}) {
        assertThat(Written.date(form.formatted(y, m, d))).contains(day);
      }
    }
  }
}
