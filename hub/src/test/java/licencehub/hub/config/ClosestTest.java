package licencehub.hub.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClosestTest {
  private static final List<String> KNOWN = List.of("http-pull", "http-push", "jdbc", "kafka");

  @Test
  void a_slip_is_recognised() {
    assertThat(Closest.to("kafak", KNOWN)).hasValue("kafka");
    assertThat(Closest.to("http-psh", KNOWN)).hasValue("http-push");
  }

  @Test
  void another_word_is_not_guessed_at() {
    assertThat(Closest.to("rabbitmq", KNOWN)).isEmpty();
    assertThat(Closest.to("x", KNOWN)).isEmpty();
  }
}
