package licencehub.sharing.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.code.ItemCode;
import licencehub.model.code.RegionCode;
import licencehub.sharing.Draft;
import licencehub.sharing.Licence;
import licencehub.sharing.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ItemGuideTest {
  private static final Text NAME = Text.of("材料", "document");
  private static final Parties PARTIES =
      new Parties(Map.of(Party.APPLICANT, Draft.FIRM, Party.LEGAL_REPRESENTATIVE, Draft.PERSON));

  static Stream<Arguments> rules() {
    String field = "经营项目";
    return Stream.of(
        Arguments.of(new FieldRule.Is(field, "食品 销售"), "食品销售", "食品"),
        Arguments.of(new FieldRule.Is("持证主体代码", "91350100m000100y43"), "-", ""),
        Arguments.of(new FieldRule.StartsWith(field, "食品"), "食品销售", "热食食品"),
        Arguments.of(new FieldRule.Contains(field, "热食（制售）"), "冷食；热食(制售)", "冷食"),
        Arguments.of(new FieldRule.OneOf(field, List.of("甲", "乙")), "乙", "丙"),
        Arguments.of(
            new FieldRule.NotBefore(field, LocalDate.of(2026, 1, 1)), "2026年1月1日", "2025-12-31"),
        Arguments.of(
            new FieldRule.NotAfter(field, LocalDate.of(2026, 1, 1)), "2026/1/1", "2026-01-02"),
        Arguments.of(new FieldRule.NotAfter(field, LocalDate.of(2026, 1, 1)), "20250101", "去年"),
        Arguments.of(new FieldRule.NotOlderThan(field, 90), "2025-12-02", "2025-12-01"),
        Arguments.of(new FieldRule.NotOlderThan(field, 90), "2026-03-02", "2026-03-03"),
        Arguments.of(new FieldRule.Names(field, Party.LEGAL_REPRESENTATIVE), "赵 示例", "赵示列"),
        Arguments.of(new FieldRule.Names(field, Party.APPLICANT), "示例食品有限公司", "赵示例"));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_rule_admits_what_it_says_and_nothing_else(FieldRule rule, String right, String wrong) {
    assertThat(rule.admits(with(right), PARTIES, Draft.TODAY)).isTrue();
    if (!wrong.isEmpty()) {
      assertThat(rule.admits(with(wrong), PARTIES, Draft.TODAY)).isFalse();
    }
    assertThat(rule.text().zh()).startsWith("应");
    assertThat(rule.text().en()).startsWith("must ");
  }

  @Test
  void a_name_nobody_has_is_not_admitted() {
    assertThat(new FieldRule.Names("经营项目", Party.AGENT).admits(with("赵示例"), PARTIES, Draft.TODAY))
        .isFalse();
  }

  @Test
  void one_of_several_values_is_enough() {
    Licence licence = Draft.food("A1").heldBy(Draft.FIRM, Draft.PERSON).licence();
    assertThat(
            new FieldRule.Names("持证主体", Party.LEGAL_REPRESENTATIVE)
                .admits(licence, PARTIES, Draft.TODAY))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({"440300, true", "440305, true", "440000, true", "000000, true", "310000, false"})
  void a_licence_may_come_from_a_region_that_overlaps(String region, boolean may) {
    Acceptance acceptance =
        new Acceptance(
            Set.of(Draft.FOOD), Party.APPLICANT, 0, Set.of(new RegionCode("440300")), List.of());
    assertThat(acceptance.mayComeFrom(new RegionCode(region))).isEqualTo(may);
  }

  @Test
  void a_guide_tells_what_has_to_be_looked_up() {
    Acceptance firms =
        new Acceptance(
            Set.of(Draft.FOOD),
            Party.APPLICANT,
            0,
            Set.of(),
            List.of(new FieldRule.Names("负责人", Party.AGENT)));
    Acceptance persons =
        new Acceptance(Set.of(Draft.IDENTITY), Party.LEGAL_REPRESENTATIVE, 0, Set.of(), List.of());
    ItemGuide guide =
        guide(1, document("D1", Form.LICENCE, firms), document("D2", Form.LICENCE, persons));
    assertThat(guide.types()).containsExactlyInAnyOrder(Draft.FOOD, Draft.IDENTITY);
    assertThat(guide.holders())
        .containsExactlyInAnyOrder(Party.APPLICANT, Party.LEGAL_REPRESENTATIVE);
    assertThat(firms.needs()).containsExactlyInAnyOrder(Party.APPLICANT, Party.AGENT);
    assertThat(guide.document("D2")).isPresent();
    assertThat(guide.document("D3")).isEmpty();
  }

  @Test
  void what_contradicts_itself_is_refused() {
    Acceptance acceptance =
        new Acceptance(Set.of(Draft.FOOD), Party.APPLICANT, 0, Set.of(), List.of());
    RequiredDocument document = document("D1", Form.LICENCE, acceptance);
    refused(() -> guide(0, document));
    refused(() -> guide(1, document, document));
    refused(() -> document("D1", Form.PAPER, acceptance));
    refused(() -> document("D1", Form.LICENCE));
    refused(() -> deferrable(Necessity.DEFERRABLE, 0));
    refused(() -> deferrable(Necessity.REQUIRED, 5));
    assertThat(deferrable(Necessity.DEFERRABLE, 5).deferDays()).isEqualTo(5);
    refused(() -> new Acceptance(Set.of(), Party.APPLICANT, 0, Set.of(), List.of()));
    refused(() -> new Acceptance(Set.of(Draft.FOOD), Party.APPLICANT, -1, Set.of(), List.of()));
  }

  private static void refused(Runnable making) {
    assertThatThrownBy(making::run).isInstanceOf(MalformedValue.class);
  }

  private static Licence with(String value) {
    return Draft.food("A1").face("经营项目", value).licence();
  }

  private static ItemGuide guide(int version, RequiredDocument... documents) {
    return new ItemGuide(
        new ItemCode("370117002011"), version, NAME, Origin.DEMO, List.of(documents));
  }

  private static RequiredDocument document(String code, Form form, Acceptance... accepts) {
    return new RequiredDocument(code, NAME, Necessity.REQUIRED, 0, Set.of(form), List.of(accepts));
  }

  private static RequiredDocument deferrable(Necessity necessity, int days) {
    return new RequiredDocument("D1", NAME, necessity, days, Set.of(Form.PAPER), List.of());
  }
}
