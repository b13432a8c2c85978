package licencehub.model.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import licencehub.model.MalformedValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CitizenNumberTest {
  @ParameterizedTest
  @ValueSource(strings = {"11010519491231002X", "440524188001010014", "34052419800101001X"})
  void a_published_number_is_right_and_any_one_other_character_makes_it_wrong(String number) {
    assertThat(new CitizenNumber(number).text()).isEqualTo(number);
    assertThat(CitizenNumber.complete(number.substring(0, 17)).text()).isEqualTo(number);
    for (String wrong : Mutations.of(number, "0123456789X")) {
      assertThatThrownBy(() -> new CitizenNumber(wrong)).isInstanceOf(MalformedValue.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"11010519491231002X", "440524188001010014", "34052419800101001X"})
  void neighbours_that_changed_places_are_found(String number) {
    for (String wrong : Mutations.swaps(number)) {
      assertThatThrownBy(() -> new CitizenNumber(wrong)).isInstanceOf(MalformedValue.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1101051949023000", "1101051949133100", "1101051949000100"})
  void a_day_that_does_not_exist_is_refused_whatever_its_check(String body) {
    String seventeen = body + "2";
    assertThatThrownBy(() -> CitizenNumber.complete(seventeen))
        .isInstanceOf(MalformedValue.class)
        .hasMessageContaining("出生日期");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "11010519491231002x", "01010519491231002X", "1101051949123100２X"})
  void other_forms_are_refused(String wrong) {
    assertThatThrownBy(() -> new CitizenNumber(wrong)).isInstanceOf(MalformedValue.class);
  }

  @Test
  void neither_the_text_form_nor_a_message_shows_it() {
    assertThat(new CitizenNumber("11010519491231002X")).hasToString("110105********002X");
    assertThatThrownBy(() -> new CitizenNumber("110105194912310021"))
        .hasMessageNotContaining("110105194912310021");
  }
}
