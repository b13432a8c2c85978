package licencehub.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {
  private static final Pace PACE =
      new Pace(500, 1, 0, Duration.ofSeconds(1), Duration.ofSeconds(60));

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 2", "3, 8", "5, 32", "6, 60", "1000, 60"})
  void a_pause_doubles_with_every_failure_up_to_the_longest(int failures, int seconds) {
    assertThat(PACE.pauseAfter(failures)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void a_pace_without_a_batch_is_refused() {
    assertThatThrownBy(() -> new Pace(0, 1, 0, Duration.ofSeconds(1), Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
