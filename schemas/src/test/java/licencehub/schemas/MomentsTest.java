package licencehub.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import licencehub.model.MalformedValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-02T09:30:00+08:00",
        "2026-03-02T01:30:00Z",
        "2026-03-02T01:30:00.5Z",
        "2026-03-02T01:30:00.123456789-03:30",
        "2024-02-29T23:59:59.999+00:00",
        "1999-12-31T00:00:00+14:00"
      })
  void a_time_is_read_as_the_platform_reads_it(String text) {
    assertThat(Moments.time(text)).isEqualTo(OffsetDateTime.parse(text).toInstant());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-03-02",
        "2026-03-02T09:30:00",
        "2026-03-02T09:30Z",
        "2026-03-02 09:30:00+08:00",
        "2026-03-02t09:30:00z",
        "2026-03-02T09:30:00+0800",
        "2026-03-02T09:30:00+08",
        "2026-03-02T09:30:00+19:00",
        "2026-03-02T24:00:00Z",
        "2026-03-02T23:59:60Z",
        "2026-02-29T09:30:00Z",
        "2026-03-02T09:30:00.Z",
        "2026-03-02T09:30:00.1234567890Z",
        "2026-03-02T09:30:00.5",
        "２026-03-02T09:30:00Z",
        "+2026-03-02T09:30:00Z",
        "2026-03-02T09:30:00ZZ"
      })
  void any_other_spelling_is_refused(String text) {
    assertThatThrownBy(() -> Moments.time(text))
        .isInstanceOf(MalformedValue.class)
        .hasMessageContaining("2026-03-02T09:30:00+08:00");
  }

  @Test
  void a_day_has_to_exist() {
    assertThat(Moments.date("2024-02-29")).isEqualTo(LocalDate.of(2024, 2, 29));
    for (String wrong : new String[] {"2026-02-29", "2026-3-2", "2026/03/02", "20260302", ""}) {
      assertThatThrownBy(() -> Moments.date(wrong)).isInstanceOf(MalformedValue.class);
    }
  }

  @Test
  void a_fraction_counts_from_its_first_digit() {
    assertThat(Moments.time("1970-01-01T00:00:00.000000001Z"))
        .isEqualTo(Instant.ofEpochSecond(0, 1));
    assertThat(Moments.time("1970-01-01T00:00:00.1Z"))
        .isEqualTo(Instant.ofEpochSecond(0, 100_000_000));
  }
}
