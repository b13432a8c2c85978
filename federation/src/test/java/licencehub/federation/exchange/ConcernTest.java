package licencehub.federation.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import licencehub.model.code.RegionCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Whose matter a case is. */
class ConcernTest {
  /** Of Shenzhen, of Jinan. */
  private static final String SHENZHEN = "11440300MB2D000147";

  private static final String JINAN_TASK = "11370800MB285591843370117002011";

  @ParameterizedTest
  @CsvSource({
    "440300, true",
    "440000, true",
    "440304, false",
    "370800, true",
    "370000, true",
    "370801, false",
    "110000, false",
    "000000, true"
  })
  void a_case_of_two_regions_is_the_matter_of_both_and_of_those_around(String region, boolean is) {
    Concern concern = of("440300", SHENZHEN, JINAN_TASK);
    assertThat(concern.isOf(new RegionCode(region))).isEqualTo(is);
  }

  @Test
  void a_ministry_is_of_no_region() {
    assertThat(of("440300", "11100000000013338W", "000117001000").regions())
        .containsExactly(new RegionCode("440300"));
  }

  @Test
  void an_item_without_a_sound_code_says_nothing() {
    assertThat(of("440300", SHENZHEN, "old").regions()).containsExactly(new RegionCode("440300"));
  }

  @Test
  void steps_add_up() {
    Concern both = of("440300", SHENZHEN, "").and(of("440100", SHENZHEN, ""));
    assertThat(both.regions())
        .containsExactlyInAnyOrder(new RegionCode("440300"), new RegionCode("440100"));
  }

  private static Concern of(String region, String department, String item) {
    return Concern.of(
        JsonMapper.shared()
            .readTree(
                """
                {"region": "%s", "department": {"code": "%s"}, "item": {"code": "%s"}}
                """
                    .formatted(region, department, item)));
  }
}
