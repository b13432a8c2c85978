package licencehub.model.code;

import static licencehub.model.code.HolderCodeType.CITIZEN_NUMBER;
import static licencehub.model.code.HolderCodeType.CREDIT_CODE;
import static licencehub.model.code.HolderCodeType.OTHER_PERSON;
import static licencehub.model.code.HolderCodeType.PASSPORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import licencehub.model.MalformedValue;
import licencehub.model.event.Holder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HolderCodeTest {
  @ParameterizedTest
  @EnumSource
  void a_type_is_found_by_its_code(HolderCodeType type) {
    assertThat(HolderCodeType.parse(type.code())).isEqualTo(type);
  }

  @Test
  void a_code_type_outside_the_list_is_refused() {
    assertThat(HolderCodeType.find("002")).isEmpty();
    assertThatThrownBy(() -> HolderCodeType.parse("002")).isInstanceOf(MalformedValue.class);
  }

  @Test
  void what_was_entered_under_the_wrong_type_is_not_repeated() {
    assertThatThrownBy(() -> new HolderCode(CREDIT_CODE, "11010519491231002X"))
        .isInstanceOf(MalformedValue.class)
        .hasMessageNotContaining("11010519491231002X");
    assertThatThrownBy(() -> new HolderCode(CITIZEN_NUMBER, "110105194912310021"))
        .hasMessageNotContaining("110105194912310021");
    assertThatThrownBy(() -> new HolderCode(PASSPORT, " ")).isInstanceOf(MalformedValue.class);
    assertThatThrownBy(() -> new HolderCode(PASSPORT, "E".repeat(41)))
        .isInstanceOf(MalformedValue.class);
  }

  @Test
  void persons_are_masked_and_organisations_are_not() {
    assertThat(new HolderCode(CITIZEN_NUMBER, "11010519491231002X"))
        .hasToString("111:110105********002X");
    assertThat(new HolderCode(PASSPORT, "E12345678")).hasToString("414:****5678");
    assertThat(new HolderCode(CREDIT_CODE, "91350100M000100Y43"))
        .hasToString("001:91350100M000100Y43");
  }

  @Test
  void a_short_code_of_a_person_is_masked_whole() {
    assertThat(new HolderCode(OTHER_PERSON, "A123").masked()).doesNotContain("123");
  }

  @Test
  void of_a_persons_name_the_first_character_remains() {
    HolderCode person = new HolderCode(PASSPORT, "E12345678");
    assertThat(new Holder("欧阳某某", person).maskedName()).isEqualTo("欧***");
    assertThat(new Holder("𠮷某", person).maskedName()).isEqualTo("𠮷*");
    assertThat(new Holder("张", person).maskedName()).isEqualTo("张*");
    HolderCode company = new HolderCode(CREDIT_CODE, "91350100M000100Y43");
    assertThat(new Holder("某某公司", company).maskedName()).isEqualTo("某某公司");
  }
}
