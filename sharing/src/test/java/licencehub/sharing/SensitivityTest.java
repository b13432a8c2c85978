package licencehub.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SensitivityTest {
  @ParameterizedTest
  @CsvSource({
    "OPEN, 食品销售, 食品销售",
    "NAME, 张三, 张*",
    "NAME, 欧阳思样, 欧***",
    "NAME, 张, 张*",
    "NAME, 𠮷例, 𠮷*",
    "CITIZEN_NUMBER, 11010519491231002X, 110105****002X",
    "CITIZEN_NUMBER, 110105491231002, 110105****",
    "CITIZEN_NUMBER, 1101051949, ****",
    "PHONE, 13800001234, 138****1234",
    "PHONE, 0755-00000000, ****0000",
    "PHONE, 12345, ****",
    "ADDRESS, 示例省东海市海淀区中关村大街1号, 示例省东海市海淀区****",
    "ADDRESS, 中山市小榄镇幸福小区3栋, 中山市****",
    "ADDRESS, 内蒙古自治区呼和浩特市新城区x路, 内蒙古自治区呼和浩特市新城区****",
    "ADDRESS, 济南市市中区某路, 济南市市中区****",
    "ADDRESS, 幸福路5号, ****",
    "BIRTH_DATE, 1949年12月31日, 1949****",
    "BIRTH_DATE, 四九年, ****",
    "NUMBER, 44030012345678, 4403****5678",
    "NUMBER, 11010519491231002X, 110105****002X",
    "NUMBER, 4403001234, ****",
    "OTHER, 汉族, ****",
  })
  void what_identifies_a_person_is_hidden(Sensitivity kind, String value, String shown) {
    assertThat(kind.mask(value)).isEqualTo(shown);
  }

  @ParameterizedTest
  @EnumSource
  void nothing_stays_nothing_and_only_open_values_stay_whole(Sensitivity kind) {
    assertThat(kind.mask("")).isEmpty();
    for (String value : new String[] {"赵示例", "13800001234", "11010519491231002X", "某路1号"}) {
      assertThat(kind.mask(value).equals(value)).isEqualTo(!kind.isPersonal());
    }
  }

  @Test
  void the_words_of_the_configuration() {
    assertThat(Sensitivity.CITIZEN_NUMBER.wire()).isEqualTo("citizen-number");
  }
}
