package licencehub.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import licencehub.connectors.files.Drop.Listed;
import licencehub.connectors.files.FileReading.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletenessTest {
  private static final Listed FILE = new Listed("a.ndjson", 10, 1000);

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
  private final Completeness quiet =
      new Completeness(new FileReading("*", Rule.QUIET, Duration.ofSeconds(2), 10, 10), nanos::get);

  @Test
  void a_file_is_complete_once_it_rested_long_enough() {
    assertThat(quiet.complete(List.of(FILE))).isEmpty();
    nanos.addAndGet(Duration.ofSeconds(2).toNanos() - 1);
    assertThat(quiet.complete(List.of(FILE))).isEmpty();
    nanos.addAndGet(1);
    assertThat(quiet.complete(List.of(FILE))).containsExactly(FILE);
  }

  @Test
  void a_change_of_size_or_time_starts_the_wait_anew() {
    quiet.complete(List.of(FILE));
    nanos.addAndGet(Duration.ofSeconds(2).toNanos());
    Listed grown = new Listed("a.ndjson", 11, 1000);
    assertThat(quiet.complete(List.of(grown))).isEmpty();
    nanos.addAndGet(Duration.ofSeconds(2).toNanos());
    assertThat(quiet.complete(List.of(new Listed("a.ndjson", 11, 1001)))).isEmpty();
  }

  @Test
  void the_oldest_comes_first() {
    Completeness rename =
        new Completeness(new FileReading("*", Rule.RENAME, Duration.ZERO, 10, 10), nanos::get);
    Listed older = new Listed("z.ndjson", 1, 1);
    assertThat(rename.complete(List.of(FILE, older))).containsExactly(older, FILE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "../a", "a/b", "a\\b", "a\nb", ".hidden", "a\u0000"})
  void a_name_that_is_more_than_a_name_is_refused(String name) {
    assertThat(Completeness.isPlain(name)).isFalse();
  }
}
