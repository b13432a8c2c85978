package licencehub.verification.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfDatesTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "D:20261120200000+08'00'",
        "D:20261120200000+08'00",
        "D:20261120200000+08",
        "D:20261120070000-05'00'",
        "D:20261120120000Z",
        "D:20261120120000Z00'00'",
        "D:20261120120000"
      })
  void every_way_to_write_a_moment_is_read(String text) {
    assertThat(PdfDates.parse(text)).contains(NOON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "2026", "D:2026", "D:20261320200000Z", "D:20261120200000+99'00'", "today"})
  void anything_else_is_no_moment(String text) {
    assertThat(PdfDates.parse(text)).isEmpty();
  }

  @Test
  void nothing_is_no_moment() {
    assertThat(PdfDates.parse(null)).isEmpty();
  }
}
