package licencehub.verification.ofd;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERUTCTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SesTimesTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  @ParameterizedTest
  @ValueSource(strings = {"20261120120000Z", "20261120200000+0800", "20261120120000.0Z"})
  void a_generalized_time_is_read_with_its_zone(String text) {
    assertThat(SesTimes.of(new DERGeneralizedTime(text))).isEqualTo(NOON);
  }

  @Test
  void a_utc_time_is_read() {
    assertThat(SesTimes.of(new DERUTCTime("261120120000Z"))).isEqualTo(NOON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"20261320120000Z", "2026", "yesterday"})
  void what_is_no_time_is_an_error(String text) {
    assertThatThrownBy(() -> SesTimes.of(new DERGeneralizedTime(text)))
        .isInstanceOf(RuntimeException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-20 20:00:00", "20261120200000"})
  void a_text_in_bits_is_beijing_time(String text) {
    assertThat(SesTimes.ofBits(text.getBytes(US_ASCII))).contains(NOON);
  }

  @Test
  void an_encoded_time_in_bits_is_read() throws Exception {
    assertThat(SesTimes.ofBits(new DERUTCTime("261120120000Z").getEncoded())).contains(NOON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2026-13-20 20:00:00", "20261320200000", "0", "no time"})
  void anything_else_in_bits_is_no_time(String text) {
    assertThat(SesTimes.ofBits(text.getBytes(US_ASCII))).isEmpty();
  }
}
