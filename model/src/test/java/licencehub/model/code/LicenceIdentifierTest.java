package licencehub.model.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import licencehub.model.MalformedValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LicenceIdentifierTest {
  private static final String ROOT = "1.2.156.3005.2.";
  private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String FIRST =
      "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U";

  @ParameterizedTest
  @ValueSource(
      strings = {
        FIRST,
        "1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.002.0",
        "1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9",
        "1.2.156.3005.2.062301.1101101102.0624_001.001.U"
      })
  void an_identifier_seen_in_practice_is_read_and_written_unchanged(String text) {
    assertThat(LicenceIdentifier.parseInbound(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        FIRST,
        "1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.002.0",
        "1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9",
        "1.2.156.3005.2.062301.1101101102.0624_001.001.U"
      })
  void any_one_other_letter_or_digit_makes_it_wrong(String text) {
    String body = text.substring(ROOT.length());
    for (String wrong : Mutations.of(body, ALPHABET)) {
      boolean letterChanged = wrong.replace(".", "").length() == body.replace(".", "").length();
      if (letterChanged && wrong.replace("_", "").length() == body.replace("_", "").length()) {
        assertThatThrownBy(() -> LicenceIdentifier.parseInbound(ROOT + wrong))
            .as(wrong)
            .isInstanceOf(MalformedValue.class);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1.2.156.3005.2.",
        "1.2.156.3005.3.11100000000013338W011.11430000006122244L.20230000403.001.U",
        "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U.",
        "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.1.U",
        "1.2.156.3005.2.11100000000013338W011.11430000006122244L..001.U",
        "1.2.156.3005.2.11100000000013338W011.1143000.20230000403.001.U",
        "1.2.156.3005.2.11100000000013338W011.11430000006122244L.2023 000403.001.U",
        "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.u"
      })
  void other_forms_are_refused(String wrong) {
    assertThatThrownBy(() -> LicenceIdentifier.parseInbound(wrong))
        .isInstanceOf(MalformedValue.class);
  }

  @Test
  void the_parts_are_named() {
    LicenceIdentifier it = LicenceIdentifier.parse(FIRST);
    assertThat(it.type()).isEqualTo(new LicenceTypeCode("11100000000013338W011"));
    assertThat(it.issuerCode()).contains(new CreditCode("11430000006122244L"));
    assertThat(it.serial()).isEqualTo("20230000403");
    assertThat(it.version()).isEqualTo("001");
    assertThat(it.check()).isEqualTo('U');
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9",
        "1.2.156.3005.2.062301.1101101102.0624_001.001.U"
      })
  void the_strict_form_refuses_what_older_systems_send(String old) {
    assertThat(LicenceIdentifier.parseInbound(old).issuerCode()).isEmpty();
    assertThatThrownBy(() -> LicenceIdentifier.parse(old)).isInstanceOf(MalformedValue.class);
  }

  @Test
  void what_is_minted_can_be_read_strictly() {
    LicenceIdentifier minted =
        LicenceIdentifier.mint(
            new LicenceTypeCode("11100000000013338W011"),
            new CreditCode("11430000006122244L"),
            "20230000403",
            1);
    assertThat(minted).isEqualTo(LicenceIdentifier.parse(FIRST));
  }

  @Test
  void an_issuer_of_18_characters_has_to_be_a_right_credit_code() {
    // the identifier's own check character fits; the issuer's does not
    String text = "1.2.156.3005.2.11100000000013338W011.11430000006122244M.20230000403.001.";
    long refused = ALPHABET.chars().filter(check -> isRefused(text + (char) check)).count();
    assertThat(refused).isEqualTo(ALPHABET.length());
  }

  private static boolean isRefused(String text) {
    try {
      LicenceIdentifier.parseInbound(text);
      return false;
    } catch (MalformedValue e) {
      return true;
    }
  }
}
