package licencehub.hub.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import licencehub.library.DataKey;
import licencehub.library.HeldKeys;
import licencehub.model.Unavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With a shell script in the place of a key service's client. */
class KeyCommandTest {
  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
  @TempDir Path folder = Path.of("");

  @Test
  void it_is_asked_on_its_input_and_answers_on_its_output() throws IOException {
    HeldKeys held =
        command(
                """
                read question
                test "$question" = '{"protocol":"licencehub-keys/v1"}' || exit 1
                test "$1" = vault || exit 1
                echo '{"data":[{"id":1,"key":"%1$s"},{"id":7,"key":"%1$s"}],'
                echo '"index":[{"id":2,"key":"%1$s"}]}'
                """)
            .load();
    assertThat(held.currentData().proof()).isEqualTo(new DataKey(7, new byte[32]).proof());
    assertThat(held.findData(1)).isPresent();
    assertThat(held.currentIndex().id()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exit 3",
        "echo no json: %1$s",
        "echo '{\"data\":[{\"id\":1,\"key\":\"%1$s\"}]}'",
        "echo '{\"data\":[{\"id\":0,\"key\":\"%1$s\"}],\"index\":[{\"id\":1,\"key\":\"%1$s\"}]}'",
        "echo '{\"data\":[{\"id\":1,\"key\":\"AAAA\"}],\"index\":[{\"id\":1,\"key\":\"%1$s\"}]}'",
        "head -c 100000 /dev/zero",
      })
  void an_answer_that_is_not_as_agreed_is_refused_and_never_repeated(String script)
      throws IOException {
    assertThatThrownBy(command(script)::load)
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("keys.command")
        .hasMessageNotContaining(KEY)
        .hasNoCause();
  }

  @Test
  void a_command_that_is_not_there_is_named() {
    assertThatThrownBy(new KeyCommand(List.of(folder + "/gone"))::load)
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("gone");
  }

  private KeyCommand command(String script) throws IOException {
    Path file = folder.resolve("keys.sh");
    Files.writeString(file, script.replace("%1$s", KEY));
    return new KeyCommand(List.of("/bin/sh", file.toString(), "vault"));
  }
}
