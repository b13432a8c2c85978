package licencehub.sharing.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import licencehub.sharing.Draft;
import licencehub.sharing.Element;
import licencehub.sharing.Licence;
import licencehub.sharing.comparison.Comparison.Match;
import licencehub.sharing.comparison.FileComparison.Side;
import org.junit.jupiter.api.Test;

/** What stands inside a file, held against the record, without a directory that knows the type. */
class FileComparisonTest {
  private static final Licence LICENCE =
      Draft.food("000000001").heldBy(Draft.FIRM, Draft.PERSON).licence();

  @Test
  void every_element_of_the_record_is_told_of_also_those_the_file_lacks() {
    FileComparison compared = compare(Map.of("ZZBH", List.of("JY14403070001234")));
    assertThat(compared.fields()).hasSize(Element.values().length);
    assertThat(field(compared, "证照编号").match()).isEqualTo(Match.EQUAL);
    assertThat(field(compared, "证照名称"))
        .isEqualTo(new FileComparison.Field("证照名称", Match.ABSENT, Side.FILE));
    assertThat(compared.contradictions()).isEmpty();
    assertThat(compared.namesTheLicence()).isTrue();
  }

  @Test
  void contradictions_are_named_in_chinese_whatever_the_file_calls_them() {
    Map<String, List<String>> entries = new LinkedHashMap<>();
    entries.put("certificate_number", List.of("JY1"));
    entries.put("CZZT", List.of("示例食品有限公司", "赵示列"));
    entries.put("经营项目", List.of("别的"));
    assertThat(compare(entries).contradictions()).containsExactlyInAnyOrder("证照编号", "持证主体", "经营项目");
    assertThat(compare(entries).namesTheLicence()).isFalse();
  }

  @Test
  void several_holders_may_stand_one_by_one_in_any_order() {
    List<String> names = List.of("赵示例", "示例食品有限公司");
    assertThat(field(compare(Map.of("CZZT", names)), "持证主体").match()).isEqualTo(Match.EQUAL);
  }

  @Test
  void an_empty_end_means_none_and_other_empty_values_nothing() {
    Map<String, List<String>> entries = Map.of("ZZYXQJZRQ", List.of(""), "ZZMC", List.of(" "));
    assertThat(compare(entries).contradictions()).containsExactly("证照有效期截止日期");
    Licence endless = Draft.food("000000002").until(null).licence();
    FileComparison compared = FileComparison.of(endless, null, entries);
    assertThat(compared.contradictions()).isEmpty();
    assertThat(field(compared, "证照名称").lacking()).isEqualTo(Side.FILE);
  }

  @Test
  void a_field_under_two_names_is_right_only_if_both_are() {
    Map<String, List<String>> same =
        Map.of("ZZYXQJZRQ", List.of("2030年1月1日"), "证照有效期截止日期", List.of("2030-01-01"));
    assertThat(compare(same).contradictions()).isEmpty();
    Map<String, List<String>> torn =
        Map.of("ZZBH", List.of("JY14403070001234"), "证照编号", List.of("JY2"));
    assertThat(compare(torn).contradictions()).containsExactly("证照编号");
    assertThat(FileComparison.value(torn, Element.NUMBER)).isEmpty();
    assertThat(FileComparison.value(same, Element.NUMBER)).isEmpty();
  }

  @Test
  void what_is_not_about_the_licence_is_left_aside() {
    Map<String, List<String>> entries =
        Map.of("JZJZZSY", List.of("演示"), "Producer", List.of("x"), "负责人", List.of("赵示例"));
    assertThat(compare(entries).fields()).hasSize(Element.values().length);
  }

  private static FileComparison compare(Map<String, List<String>> entries) {
    return FileComparison.of(LICENCE, null, entries);
  }

  private static FileComparison.Field field(FileComparison compared, String name) {
    return compared.fields().stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
