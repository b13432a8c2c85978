package licencehub.model.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import licencehub.model.MalformedValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtherCodesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "000115035000",
        "11370800MB285591843370117002011",
        "1131000068735121X0231010032700001"
      })
  void item_codes_of_12_31_and_33_characters_are_taken(String code) {
    assertThat(new ItemCode(code)).hasToString(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00011503500",
        "11370800MB285591853370117002011",
        "11370800mb285591843370117002011"
      })
  void an_item_code_of_another_length_or_with_a_wrong_credit_code_is_refused(String wrong) {
    assertThatThrownBy(() -> new ItemCode(wrong)).isInstanceOf(MalformedValue.class);
  }

  @ParameterizedTest
  @CsvSource({
    "370117002011,11370800MB285591843370117002011,true",
    "370117002011,370117002011,true",
    "310100327000,1131000068735121X0231010032700001,true",
    "1131000068735121X02310100327000,1131000068735121X0231010032700001,true",
    "1131000068735121X0231010032700001,1131000068735121X0231010032700001,true",
    "1131000068735121X0231010032700001,1131000068735121X02310100327000,false",
    "11370800MB285591843370117002011,370117002011,false",
    "370117002011,1131000068735121X0231010032700001,false",
    "370117002011,370117002012,false"
  })
  void an_item_covers_itself_and_its_narrower_codes(String one, String other, boolean covered) {
    assertThat(new ItemCode(one).covers(new ItemCode(other))).isEqualTo(covered);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "11100000MB0143028R001",
        "11100000MB03271699001",
        "11100000000013338W050",
        "1110000000001332XW059",
        "11410800MB18523953004"
      })
  void licence_types_in_use_are_current(String code) {
    assertThat(LicenceTypeCode.strict(code).isCurrent()).isTrue();
  }

  @Test
  void an_old_licence_type_is_read_and_told_apart() {
    assertThat(new LicenceTypeCode("062301").isCurrent()).isFalse();
    assertThatThrownBy(() -> LicenceTypeCode.strict("062301")).isInstanceOf(MalformedValue.class);
    assertThatThrownBy(() -> new LicenceTypeCode("11100000MB0143029R001"))
        .isInstanceOf(MalformedValue.class);
    assertThatThrownBy(() -> new LicenceTypeCode("0623-1")).isInstanceOf(MalformedValue.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"330901161710248000216", "10131300500698857411409161687", "A-b_9", "1"})
  void case_numbers_are_taken_as_every_system_builds_them(String number) {
    assertThat(new CaseNumber(number)).hasToString(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a b", "办件1", "a/b", "123456789012345678901234567890123456789012345678901"})
  void case_numbers_with_signs_or_of_more_than_50_characters_are_refused(String wrong) {
    assertThatThrownBy(() -> new CaseNumber(wrong)).isInstanceOf(MalformedValue.class);
  }

  @ParameterizedTest
  @CsvSource({
    "000000,440300,true",
    "440000,440300,true",
    "440300,440305,true",
    "440300,440305001000,true",
    "440305,440305,true",
    "440300000000,440305,true",
    "440305001000,440305001002,true",
    "440305001002,440305001002,true",
    "440300,440400,false",
    "440305,440300,false",
    "440305,440306,false",
    "440305001000,440305002000,false",
    "440305001000,440305,false"
  })
  void a_region_covers_itself_and_what_lies_below(String one, String other, boolean covered) {
    assertThat(new RegionCode(one).covers(new RegionCode(other))).isEqualTo(covered);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "44030", "4403000", "44030a", "４４0300", "4403050010000"})
  void a_region_has_6_or_12_digits(String wrong) {
    assertThatThrownBy(() -> new RegionCode(wrong)).isInstanceOf(MalformedValue.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ab", "-ab", "ab-", "AB1", "a_b", "深圳"})
  void a_source_id_is_lower_case(String wrong) {
    assertThatThrownBy(() -> new SourceId(wrong)).isInstanceOf(MalformedValue.class);
  }
}
