package licencehub.sharing.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import licencehub.model.event.LicenceStatus;
import licencehub.sharing.Draft;
import licencehub.sharing.Licence;
import licencehub.sharing.comparison.Comparison.Match;
import licencehub.sharing.type.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
  private static final Licence LICENCE =
      Draft.food("A1")
          .face("面积", "1200")
          .face("发证日", "二〇二五年一月一日")
          .heldBy(Draft.FIRM, Draft.PERSON)
          .licence();

  @ParameterizedTest
  @CsvSource({
    "证照编号, jy1440 3070001234, EQUAL",
    "ZZBH, JY14403070001234, EQUAL",
    "certificate_number, JY14403070001235, DIFFERENT",
    "持证主体, 示例食品 有限公司, EQUAL",
    "持证主体, 赵示例、示例食品有限公司, EQUAL",
    "持证主体, '示例食品有限公司,赵示例', EQUAL",
    "持证主体, 示例食品有限公司、赵示列, DIFFERENT",
    "持证主体代码, 91350100m000100y43, EQUAL",
    "有效期截止日期, 2030年1月1日, EQUAL",
    "ZZYXQJZRQ, 长期, DIFFERENT",
    "经营项目, 预包装食品销售;热食类食品制售, EQUAL",
    "KZ_MJ, '1,200.00', EQUAL",
    "面积, 1201, DIFFERENT",
    "发证日, 2025/1/1, EQUAL",
    "负责人, 赵示例, ABSENT",
    "没有这一项, 1, ABSENT",
    "经营项目, '', DIFFERENT",
  })
  void each_field_is_equal_different_or_absent(String field, String claim, Match match) {
    assertThat(compare(LICENCE, Map.of(field, claim)).match(field)).contains(match);
  }

  @ParameterizedTest
  @CsvSource({
    "VALID, 经营项目, 预包装食品销售；热食类食品制售, RIGHT_AND_VALID",
    "SUSPENDED, 经营项目, 预包装食品销售；热食类食品制售, SUSPENDED",
    "REVOKED, 经营项目, 预包装食品销售；热食类食品制售, NO_LONGER_VALID",
    "CANCELLED, 经营项目, 预包装食品销售；热食类食品制售, NO_LONGER_VALID",
    "REPLACED, 经营项目, 预包装食品销售；热食类食品制售, NO_LONGER_VALID",
    "EXPIRED, 经营项目, 预包装食品销售；热食类食品制售, NO_LONGER_VALID",
    "VALID, 经营项目, 别的, PARTLY_WRONG",
    "REVOKED, 经营项目, 别的, PARTLY_WRONG",
    "VALID, 负责人, 赵示例, INCOMPLETE"
  })
  void all_fields_and_the_standing_make_one_answer(
      LicenceStatus status, String field, String claim, CheckResult result) {
    Licence licence = Draft.food("A1").status(status).licence();
    assertThat(compare(licence, Map.of(field, claim)).result()).isEqualTo(result);
  }

  @Test
  void the_other_answers() {
    assertThat(compare(LICENCE, Map.of()).result()).isEqualTo(CheckResult.NOTHING_CLAIMED);
    Licence tomorrow = Draft.food("A1").issued(Draft.TODAY.plusDays(1)).licence();
    assertThat(compare(tomorrow, Map.of("证照名称", "食品经营许可证")).result())
        .isEqualTo(CheckResult.NOT_YET_IN_FORCE);
    assertThat(compare(LICENCE, Map.of("面积", "1", "负责人", "2")).result())
        .isEqualTo(CheckResult.PARTLY_WRONG);
    assertThat(Arrays.stream(CheckResult.values()).map(CheckResult::code))
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
  }

  @Test
  void without_a_type_dates_and_codes_are_still_known() {
    Comparison comparison =
        Comparison.of(
            LICENCE,
            null,
            Map.of("发证日", "2025-01-01", "ZZBFRQ", "2025.1.1", "KZ_MJ", "1200"),
            Draft.TODAY);
    assertThat(comparison.match("发证日")).contains(Match.EQUAL);
    assertThat(comparison.match("ZZBFRQ")).contains(Match.EQUAL);
    assertThat(comparison.match("KZ_MJ")).contains(Match.ABSENT);
  }

  @Test
  void no_value_of_either_side_can_be_read_from_it() {
    String text =
        compare(LICENCE, Map.of("持证主体", "钱样本", "持证主体代码", "99000119800101001X")).toString();
    assertThat(text).doesNotContain("钱样本", "9900", "赵示例", "9135");
  }

  @Test
  void what_is_claimed_of_itself_is_equal() {
    Licence licence = Draft.food("A1").until(null).face("住所", "某路1号").licence();
    for (String field : Types.food().allFields()) {
      for (String value : licence.values(field)) {
        assertThat(compare(licence, Map.of(field, value)).match(field)).contains(Match.EQUAL);
        assertThat(compare(licence, Map.of(field, value + "X")).match(field))
            .contains(Match.DIFFERENT);
      }
    }
  }

  private static Comparison compare(Licence licence, Map<String, String> claims) {
    return Comparison.of(licence, Types.food(), claims, Draft.TODAY);
  }
}
