package licencehub.sharing.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import licencehub.model.Fault;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.code.CreditCode;
import licencehub.model.code.HolderCodeType;
import licencehub.model.code.ItemCode;
import licencehub.model.code.LicenceTypeCode;
import licencehub.model.event.LicenceStatus;
import licencehub.model.event.Organisation;
import licencehub.sharing.Draft;
import licencehub.sharing.Licence;
import licencehub.sharing.Origin;
import licencehub.sharing.Sensitivity;
import licencehub.sharing.Term;
import licencehub.sharing.ValueKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LicenceTypeTest {
  private static final LicenceType FOOD = Types.food();

  @Test
  void a_sound_licence_conforms() {
    Licence licence =
        Draft.food("A1")
            .face("面积", "1,200.5")
            .face("发证日", "二〇二五年一月一日")
            .face("主体业态", "2")
            .face("负责人", "赵示例")
            .licence();
    assertThat(FOOD.conformance(licence)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "面积, 很大, /data/items/面积, 很大",
    "发证日, 2025-02-30, /data/items/发证日, 2025-02-30",
    "主体业态, 3, /data/items/主体业态, 2 餐饮服务经营者",
    "经营项目, '', /data/items/经营项目, 缺少必填",
    "经营/项~日, x, /data/items/经营~1项~0日, 不是该类型的信息项"
  })
  void a_wrong_item_is_named_with_its_value_and_what_would_be_right(
      String item, String value, String path, String said) {
    List<Fault> faults = FOOD.conformance(Draft.food("A1").face(item, value).licence());
    assertThat(faults).extracting(Fault::path).containsExactly(path);
    assertThat(faults.getFirst().detail().zh()).contains(said);
  }

  @Test
  void a_missing_required_item_is_a_fault() {
    assertThat(FOOD.conformance(Draft.food("A1").without("经营项目").licence()))
        .extracting(Fault::path)
        .containsExactly("/data/items/经营项目");
  }

  @Test
  void a_wrong_number_is_a_fault_that_does_not_repeat_it() {
    List<Fault> faults = FOOD.conformance(Draft.food("A1").number("11010519491231002X").licence());
    assertThat(faults).extracting(Fault::path).containsExactly("/data/number");
    assertThat(faults.toString()).doesNotContain("11010519491231002X").contains("JY144");
    assertThat(FOOD.conformance(Draft.food("A1").number("JY" + "1".repeat(200)).licence()))
        .hasSize(1);
  }

  @Test
  void personal_values_are_never_shown() {
    LicenceType type =
        withItems(
            List.of(
                Types.item("生日", "KZ_SR", ValueKind.DATE, true, Sensitivity.BIRTH_DATE),
                new InformationItem(
                    Text.of("性别", "sex"),
                    "KZ_XB",
                    ValueKind.CODE,
                    true,
                    Sensitivity.OTHER,
                    Map.of("1", "男", "2", "女"))));
    List<Fault> faults =
        type.conformance(
            Draft.food("A1").without("经营项目").face("生日", "昨天").face("性别", "保密").licence());
    assertThat(faults).hasSize(2);
    assertThat(faults.toString()).doesNotContain("昨天").doesNotContain("保密");
  }

  @Test
  void a_licence_of_another_type_is_a_fault() {
    assertThat(FOOD.conformance(Draft.of(Draft.IDENTITY, "A1").licence()).stream().map(Fault::path))
        .containsExactly("/data/identifier");
  }

  @Test
  void a_holder_of_another_category_is_a_fault_at_his_place() {
    LicenceType persons =
        Types.type(
            Draft.FOOD, HolderCategory.NATURAL_PERSON, new ValidityRule.FixedDate(true), Set.of());
    assertThat(persons.conformance(Draft.food("A1").heldBy(Draft.PERSON, Draft.FIRM).licence()))
        .extracting(Fault::path)
        .containsExactly("/data/holders/1/codeType");
  }

  @ParameterizedTest
  @EnumSource
  void a_category_admits_its_holders(HolderCategory category) {
    assertThat(category.admits(HolderCodeType.CITIZEN_NUMBER))
        .isEqualTo(category != HolderCategory.LEGAL_PERSON);
    assertThat(category.admits(HolderCodeType.CREDIT_CODE))
        .isEqualTo(category != HolderCategory.NATURAL_PERSON);
  }

  @ParameterizedTest
  @CsvSource({
    "2029-12-31, true, false, true",
    "2030-01-01, true, false, true",
    "2029-12-30, true, false, false",
    "2030-01-02, true, false, false",
    "2045-01-01, true, false, true",
    ", false, true, false",
  })
  void validity_rules_at_their_edges(
      @Nullable LocalDate to, boolean dated, boolean unlimited, boolean lasting) {
    Term term = new Term(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 1, 1), to);
    List<Period> periods = List.of(Period.ofYears(5), Period.ofYears(20));
    assertThat(new ValidityRule.FixedDate(false).admits(term)).isEqualTo(dated);
    assertThat(new ValidityRule.FixedDate(true).admits(term)).isTrue();
    assertThat(new ValidityRule.Unlimited().admits(term)).isEqualTo(unlimited);
    assertThat(new ValidityRule.Duration(periods, false).admits(term)).isEqualTo(lasting);
    assertThat(new ValidityRule.Duration(periods, true).admits(term))
        .isEqualTo(lasting || unlimited);
  }

  @Test
  void a_validity_that_ends_before_it_begins_is_one_fault() {
    List<Fault> faults =
        FOOD.conformance(Draft.food("A1").until(LocalDate.of(2024, 12, 31)).licence());
    assertThat(faults).extracting(Fault::path).containsExactly("/data/validTo");
    assertThat(faults.getFirst().detail().zh()).contains("2024-12-31", "2025-01-01");
  }

  @Test
  void a_validity_of_another_length_is_told_with_its_rule() {
    List<Fault> faults = FOOD.conformance(Draft.food("A1").until(null).licence());
    assertThat(faults.getFirst().detail().zh()).contains("长期", "P5Y");
  }

  @Test
  void status_codes_belong_to_the_family() {
    assertThat(FOOD.status("02")).contains(LicenceStatus.SUSPENDED);
    assertThat(FOOD.status("99")).isEmpty();
  }

  @Test
  void an_item_of_information_has_two_names() {
    assertThat(FOOD.usualName("KZ_JYXM")).isEqualTo("经营项目");
    assertThat(FOOD.usualName("ZZBH")).isEqualTo("证照编号");
    assertThat(FOOD.usualName("别的")).isEqualTo("别的");
    assertThat(FOOD.kind("KZ_MJ")).isEqualTo(ValueKind.NUMBER);
    assertThat(FOOD.kind("颁发日期")).isEqualTo(ValueKind.DATE);
    assertThat(FOOD.allFields()).startsWith("持证主体", "经营项目", "证照编号").doesNotHaveDuplicates();
  }

  @Test
  void it_serves_what_it_says_or_anything() {
    ItemCode task = new ItemCode("11370800MB285591843370117002011");
    assertThat(FOOD.serves(task)).isTrue();
    assertThat(Types.food(Set.of(new ItemCode("370117002011"))).serves(task)).isTrue();
    assertThat(Types.food(Set.of(new ItemCode("370117002012"))).serves(task)).isFalse();
  }

  @Test
  void a_type_code_begins_with_the_body_that_defined_it() {
    assertThatThrownBy(
            () ->
                new LicenceType(
                    new LicenceTypeCode("11100000MB0143028R001"),
                    Text.of("营业执照", "business licence"),
                    Origin.REAL,
                    new Organisation(new CreditCode("11100000MB03271699"), "自然资源部"),
                    HolderCategory.LEGAL_PERSON,
                    List.of(),
                    null,
                    new ValidityRule.Unlimited(),
                    Map.of(),
                    List.of(),
                    Set.of()))
        .isInstanceOf(MalformedValue.class)
        .hasMessageContaining("11100000MB0143028R");
  }

  @Test
  void a_face_shows_only_what_there_is() {
    assertThatThrownBy(
            () ->
                new LicenceType(
                    FOOD.code(),
                    FOOD.name(),
                    FOOD.origin(),
                    FOOD.definedBy(),
                    FOOD.holders(),
                    List.of(),
                    null,
                    FOOD.validity(),
                    Map.of(),
                    List.of("经营项目"),
                    Set.of()))
        .isInstanceOf(MalformedValue.class)
        .hasMessageContaining("经营项目");
  }

  @ParameterizedTest
  @CsvSource({"经营项目, KZ_B", "别的, KZ_JYXM", "证照编号, KZ_B", "别的, ZZBH", "颁发日期, KZ_B"})
  void no_two_fields_share_a_name(String name, String column) {
    InformationItem first = Types.ITEMS.getFirst();
    InformationItem second = Types.item(name, column, ValueKind.TEXT, false, Sensitivity.OPEN);
    assertThatThrownBy(() -> withItems(List.of(first, second))).isInstanceOf(MalformedValue.class);
  }

  @Test
  void unsound_parts_are_refused() {
    assertThatThrownBy(() -> NumberRule.of("JY[0-9", "JY1")).isInstanceOf(MalformedValue.class);
    assertThatThrownBy(() -> NumberRule.of("JY[0-9]", "JX1")).isInstanceOf(MalformedValue.class);
    assertThatThrownBy(() -> Types.item("a", "kz_a", ValueKind.TEXT, true, Sensitivity.OPEN))
        .isInstanceOf(MalformedValue.class);
    assertThatThrownBy(() -> Types.item("a", "KZ_A", ValueKind.CODE, true, Sensitivity.OPEN))
        .isInstanceOf(MalformedValue.class);
    assertThatThrownBy(() -> new ValidityRule.Duration(List.of(), true))
        .isInstanceOf(MalformedValue.class);
    assertThatThrownBy(() -> new ValidityRule.Duration(List.of(Period.ZERO), true))
        .isInstanceOf(MalformedValue.class);
    assertThat(NumberRule.of("A", "A")).isEqualTo(NumberRule.of("A", "A"));
  }

  private static LicenceType withItems(List<InformationItem> items) {
    return new LicenceType(
        FOOD.code(),
        FOOD.name(),
        FOOD.origin(),
        FOOD.definedBy(),
        FOOD.holders(),
        items,
        FOOD.number(),
        FOOD.validity(),
        FOOD.statusCodes(),
        List.of(),
        FOOD.serves());
  }
}
