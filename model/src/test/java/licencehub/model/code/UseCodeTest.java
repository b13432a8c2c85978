package licencehub.model.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import licencehub.model.MalformedValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UseCodeTest {
  private static final CaseNumber CASE = new CaseNumber("330901161710248000216");
  private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private final Random random = new Random(7);

  @Test
  void a_code_is_read_again_however_it_is_written() {
    UseCode code = UseCode.mint(bytes(), CASE);
    assertThat(code.text()).hasSize(20);
    assertThat(code.grouped()).matches("([0-9A-Z]{5}-){3}[0-9A-Z]{5}");
    assertThat(UseCode.parse(code.grouped().toLowerCase(Locale.ROOT))).isEqualTo(code);
    assertThat(UseCode.parse(" " + code.text().replace('0', 'o').replace('1', 'i')))
        .isEqualTo(code);
  }

  @Test
  void one_wrong_character_or_two_neighbours_changed_are_found() {
    String code = UseCode.mint(bytes(), CASE).text();
    for (String wrong : Mutations.of(code, CHARACTERS)) {
      assertThatThrownBy(() -> new UseCode(wrong)).isInstanceOf(MalformedValue.class);
    }
    for (String wrong : Mutations.swaps(code)) {
      assertThatThrownBy(() -> new UseCode(wrong)).isInstanceOf(MalformedValue.class);
    }
  }

  @Test
  void it_fits_its_own_case_and_hardly_ever_another() {
    UseCode code = UseCode.mint(bytes(), CASE);
    assertThat(code.fits(CASE)).isTrue();
    assertThat(
            IntStream.range(0, 2000)
                .filter(it -> code.fits(new CaseNumber("33090116171024800" + it))))
        .hasSizeLessThan(3);
  }

  @Test
  void other_random_bytes_make_another_code_and_every_character_takes_part() {
    Set<String> codes = new HashSet<>();
    Set<Integer> characters = new HashSet<>();
    for (int i = 0; i < 2000; i++) {
      String code = UseCode.mint(bytes(), CASE).text();
      codes.add(code);
      code.chars().forEach(characters::add);
    }
    assertThat(codes).hasSize(2000);
    assertThat(characters).hasSize(CHARACTERS.length());
  }

  @Test
  void the_same_bytes_make_the_same_code() {
    byte[] same = bytes();
    assertThat(UseCode.mint(same, CASE)).isEqualTo(UseCode.mint(same, CASE));
  }

  @Test
  void fewer_bytes_could_be_guessed() {
    assertThatThrownBy(() -> UseCode.mint(new byte[15], CASE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7K2QN", "7K2QN-D0XT4-HW9PB-3EMAV", "７K2QND0XT4HW9PB3EMAY"})
  void other_forms_are_refused_without_being_repeated(String wrong) {
    assertThatThrownBy(() -> UseCode.parse(wrong))
        .isInstanceOf(MalformedValue.class)
        .hasMessageContaining("用证码")
        .hasMessageNotContaining("3EMAV");
  }

  @Test
  void the_example_in_the_message_is_right() {
    assertThatThrownBy(() -> UseCode.parse("?"))
        .satisfies(
            it -> {
              String example =
                  String.valueOf(it.getMessage())
                      .replaceFirst("(?s).*for example (\\S+)\\.$", "$1");
              assertThat(UseCode.parse(example).grouped()).isEqualTo(example);
            });
  }

  private byte[] bytes() {
    byte[] bytes = new byte[UseCode.RANDOM_BYTES];
    random.nextBytes(bytes);
    return bytes;
  }
}
