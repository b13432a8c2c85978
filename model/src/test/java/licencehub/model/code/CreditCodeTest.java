package licencehub.model.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import licencehub.model.MalformedValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "91350100M000100Y43",
        "11100000000013338W",
        "11100000MB03271699",
        "11100000MB0143028R",
        "11430000006122244L",
        "11330105002500287C",
        "11370800MB28559184",
        "1131000068735121X0",
        "91110000802100433B",
        "9144030071526726XG",
        "1110000000001332XW"
      })
  void a_published_code_is_right_and_any_one_other_character_makes_it_wrong(String code) {
    assertThat(new CreditCode(code).text()).isEqualTo(code);
    assertThat(CreditCode.complete(code.substring(0, 17))).isEqualTo(new CreditCode(code));
    for (String wrong : Mutations.of(code, ALPHABET)) {
      assertThatThrownBy(() -> new CreditCode(wrong)).isInstanceOf(MalformedValue.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "91350100M000100Y4",
        "91350100M000100Y430",
        "91350100m000100y43",
        "9135O100M000100Y43",
        "IO350100M000100Y43",
        "９1350100M000100Y43",
        "91350100M000100Y43\n"
      })
  void letters_outside_the_alphabet_and_other_lengths_are_refused(String wrong) {
    assertThatThrownBy(() -> new CreditCode(wrong)).isInstanceOf(MalformedValue.class);
  }

  @Test
  void the_message_names_the_code_the_rule_and_an_example() {
    assertThatThrownBy(() -> new CreditCode("91350100M000100Y44"))
        .hasMessageContaining("91350100M000100Y44")
        .hasMessageContaining("校验位")
        .hasMessageContaining("91350100M000100Y43");
  }

  @Test
  void characters_3_to_8_are_the_region() {
    assertThat(new CreditCode("91350100M000100Y43").region()).isEqualTo(new RegionCode("350100"));
  }
}
