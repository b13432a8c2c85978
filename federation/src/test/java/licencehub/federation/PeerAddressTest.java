package licencehub.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import licencehub.model.MalformedValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeerAddressTest {
  @ParameterizedTest
  @CsvSource({
    "https://hub.example:8443, https://hub.example:8443/peer/v1/ask, 8443",
    "https://hub.example, https://hub.example/peer/v1/ask, 443",
    "https://hub.example/hubs/sz/, https://hub.example/hubs/sz/peer/v1/ask, 443",
    "https://[::1]:9443, https://[::1]:9443/peer/v1/ask, 9443",
  })
  void leads_to_where_questions_are_asked(String address, URI ask, int port) {
    URI parsed = PeerAddress.parse(address);
    assertThat(PeerAddress.ask(parsed)).isEqualTo(ask);
    assertThat(PeerAddress.port(parsed)).isEqualTo(port);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://hub.example",
        "hub.example:8443",
        "https://",
        "https://user@hub.example",
        "https://hub.example?q",
        "https://hub.example#f",
        "https://hub example",
        "",
      })
  void refuses_everything_else(String address) {
    assertThatThrownBy(() -> PeerAddress.parse(address)).isInstanceOf(MalformedValue.class);
  }
}
