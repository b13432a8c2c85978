package licencehub.connectors.httppull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import licencehub.connectors.Authority;
import licencehub.connectors.BatchSource;
import licencehub.connectors.Configs;
import licencehub.connectors.Events;
import licencehub.connectors.Outcomes;
import licencehub.connectors.RememberedPositions;
import licencehub.connectors.SourceConfig;
import licencehub.model.Unavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a service whose certificate comes from an authority of its own. */
class EncryptedTest {
  @TempDir private Path home;
  private Front front;

  @BeforeEach
  void start() throws IOException {
    Authority own = new Authority("The service's authority");
    own.pem(home.resolve("own.pem"));
    new Authority("Another authority").pem(home.resolve("other.pem"));
    front = Front.encrypted(Authority.server(own.keyStore(home.resolve("own.p12"), "localhost")));
    Files.writeString(home.resolve("token.txt"), Front.TOKEN);
    Files.writeString(home.resolve("empty.pem"), "no certificate\n");
    Files.writeString(home.resolve("broken.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n");
  }

  @AfterEach
  void stop() {
    front.close();
  }

  @Test
  void records_come_from_a_service_that_the_trust_file_vouches_for() {
    List<String> events = Events.next(4);
    events.forEach(front::add);
    try (BatchSource source = open("localhost", "\"trustFile\": \"own.pem\"")) {
      assertThat(source.poll(10, Duration.ZERO).records())
          .extracting(Outcomes::text)
          .isEqualTo(events.subList(0, 3));
    }
  }

  @ParameterizedTest(name = "{3}")
  @CsvSource({
    "localhost, '\"pageSize\": 3', 不是所信任的机构签发的, comes from no authority trusted here",
    "localhost, '\"trustFile\": \"other.pem\"', 不是所信任的机构签发的, comes from no authority trusted here",
    "127.0.0.1, '\"trustFile\": \"own.pem\"', 不是发给这个地址的, is not for this address",
    "localhost, '\"trustFile\": \"broken.pem\"', 信任证书读不懂, the trusted certificates cannot be read",
    "localhost, '\"trustFile\": \"empty.pem\"', 信任证书读不懂, the trusted certificates cannot be read",
    "localhost, '\"trustFile\": \"gone.pem\"', 信任证书读不懂, the trusted certificates cannot be read",
  })
  void what_is_wrong_with_trust_is_said_in_words_and_nothing_is_asked(
      String host, String setting, String zh, String en) {
    try (BatchSource source = open(host, setting)) {
      assertThatThrownBy(() -> source.poll(10, Duration.ZERO))
          .isInstanceOf(Unavailable.class)
          .hasMessageContaining(zh)
          .hasMessageContaining(en);
    }
    assertThat(front.asked()).isEmpty();
  }

  @Test
  void a_certificate_that_has_ended_is_said_to_have_ended() throws IOException {
    Authority own = new Authority("The service's authority");
    own.pem(home.resolve("own.pem"));
    Path ended = own.expiredKeyStore(home.resolve("ended.p12"), "localhost");
    front.close();
    front = Front.encrypted(Authority.server(ended));
    try (BatchSource source = open("localhost", "\"trustFile\": \"own.pem\"")) {
      assertThatThrownBy(() -> source.poll(10, Duration.ZERO))
          .isInstanceOf(Unavailable.class)
          .hasMessageContaining("不在有效期内")
          .hasMessageContaining("is not valid now");
    }
  }

  private BatchSource open(String host, String setting) {
    SourceConfig config =
        Configs.unsigned(
            """
            {"url": "https://%s:%d/api/cases", "items": "/data/list", "next": "/data/next",
            "cursorParameter": "after", "tokenFile": "token.txt", %s}"""
                .formatted(host, front.line().port(), setting),
            home);
    return new HttpPullConnector().open(config, new RememberedPositions());
  }
}
