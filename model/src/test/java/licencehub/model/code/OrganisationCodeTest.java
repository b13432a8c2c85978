package licencehub.model.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import licencehub.model.MalformedValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrganisationCodeTest {
  private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  @ParameterizedTest
  @ValueSource(strings = {"00001333-8", "MB032716-9", "69811328-4", "00698857-4", "69555062-2"})
  void a_published_code_is_right_with_and_without_hyphen(String code) {
    String plain = code.replace("-", "");
    assertThat(OrganisationCode.parse(code)).isEqualTo(new OrganisationCode(plain));
    assertThat(OrganisationCode.complete(plain.substring(0, 8)).text()).isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(strings = {"000013338", "MB0327169", "698113284"})
  void another_digit_anywhere_makes_it_wrong(String code) {
    // letters differ by more than 11, so MOD 11 promises only single digits
    for (String wrong : Mutations.of(code, "0123456789")) {
      if (Character.isDigit(code.charAt(difference(code, wrong)))) {
        assertThatThrownBy(() -> new OrganisationCode(wrong)).isInstanceOf(MalformedValue.class);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00001333", "00001333A", "0000133388", "00001333x"})
  void other_forms_are_refused(String wrong) {
    assertThat(ALPHABET).hasSize(36);
    assertThatThrownBy(() -> new OrganisationCode(wrong)).isInstanceOf(MalformedValue.class);
  }

  private static int difference(String one, String other) {
    int at = 0;
    while (one.charAt(at) == other.charAt(at)) {
      at++;
    }
    return at;
  }
}
