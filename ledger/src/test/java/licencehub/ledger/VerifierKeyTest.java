package licencehub.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import licencehub.model.MalformedValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the example in the documentation of Go's note package, where the format comes from. */
class VerifierKeyTest {
  private static final String GO =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

  static final VerifierKey GO_KEY = VerifierKey.parse(GO);

  static final String GO_NOTE =
      """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.

      \u2014 PeterNeumann \
      x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
      """;

  @Test
  void a_note_signed_by_another_implementation_verifies() {
    SignedNote note = SignedNote.parse(GO_NOTE.getBytes(UTF_8)).orElseThrow();
    SignedNote.Signature signature = note.signatures().getFirst();
    assertThat(signature.name()).isEqualTo(GO_KEY.name());
    assertThat(signature.id()).isEqualTo(GO_KEY.id());
    assertThat(GO_KEY.verifies(note.text().getBytes(UTF_8), signature.value())).isTrue();
    assertThat(GO_KEY.verifies("another text\n".getBytes(UTF_8), signature.value())).isFalse();
  }

  @Test
  void the_text_is_read_and_written_alike() {
    assertThat(GO_KEY).hasToString(GO).isEqualTo(VerifierKey.parse(GO));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "PeterNeumann",
        "PeterNeumann+c74f20a3",
        "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumanN+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+Ahpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10",
        "PeterNeumann+c74f20a3+AQ==",
        "PeterNeumann+c74f20a3+===="
      })
  void what_is_no_key_or_contradicts_itself_is_refused(String text) {
    assertThatThrownBy(() -> VerifierKey.parse(text)).isInstanceOf(MalformedValue.class);
  }
}
