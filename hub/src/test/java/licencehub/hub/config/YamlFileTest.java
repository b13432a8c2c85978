package licencehub.hub.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlFileTest {
  @TempDir Path folder = Path.of(".");

  @Test
  void a_key_that_stands_twice_is_refused_with_its_line() throws IOException {
    ConfigFault fault = only("a: 1\nb: {c: 1}\na: 2\n");
    assertThat(fault.key()).isEqualTo("a");
    assertThat(fault.message().en()).contains("twice");
  }

  @Test
  void every_repeated_key_is_told() throws IOException {
    assertThat(read("a: 1\na: 2\nb: 1\nb: 2\n").faults().all()).hasSize(2);
  }

  @Test
  void an_alias_is_refused() throws IOException {
    assertThat(only("a: &x 1\nb: *x\n").key()).isEqualTo("b");
  }

  @Test
  void a_bomb_of_aliases_is_refused_before_it_grows() throws IOException {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    assertThat(read(bomb.toString()).faults().isEmpty()).isFalse();
  }

  @Test
  void depth_has_a_limit() throws IOException {
    assertThat(only("a: " + "[".repeat(50) + "]".repeat(50)).file()).isEqualTo(file());
  }

  @Test
  void size_has_a_limit() throws IOException {
    assertThat(only("#".repeat((1 << 20) + 1)).message().en()).contains("1 MiB");
  }

  @Test
  void bytes_that_are_not_utf_8_are_refused() throws IOException {
    Files.write(file(), "a: 市".getBytes(Charset.forName("GB18030")));
    assertThat(YamlFile.read(file()).faults().all()).hasSize(1);
  }

  @Test
  void broken_syntax_is_told_with_its_line() throws IOException {
    assertThat(only("a: 1\nb: [1, 2\nc: 3\n").line()).isGreaterThan(1);
  }

  @Test
  void a_second_document_is_refused() throws IOException {
    assertThat(read("a: 1\n---\na: 2\n").faults().isEmpty()).isFalse();
  }

  @Test
  void a_list_at_the_top_is_refused() throws IOException {
    assertThat(only("- a\n").message().en()).contains("keys and values");
  }

  @Test
  void an_empty_file_is_refused() throws IOException {
    assertThat(read("").faults().isEmpty()).isFalse();
  }

  private ConfigFault only(String text) throws IOException {
    assertThat(read(text).faults().all()).hasSize(1);
    return read(text).faults().all().getFirst();
  }

  private YamlFile read(String text) throws IOException {
    Files.write(file(), text.getBytes(StandardCharsets.UTF_8));
    return YamlFile.read(file());
  }

  private Path file() {
    return folder.resolve("x.yaml");
  }
}
