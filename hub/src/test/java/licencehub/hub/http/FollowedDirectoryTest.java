package licencehub.hub.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import licencehub.hub.HubServer;
import licencehub.hub.access.Caller;
import licencehub.hub.access.Role;
import licencehub.hub.access.Tokens;
import licencehub.hub.config.ConfigDraft;
import licencehub.hub.config.Loaded;
import licencehub.model.code.CreditCode;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.LicenceTypeCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A running hub follows its licence types, items and grants. */
class FollowedDirectoryTest {
  private static final Path SHIPPED = Path.of("../config");
  private static final String GRANTS = "grants/example-market.yaml";
  private static final CreditCode MARKET = new CreditCode("11440300MB2D000147");
  private static final LicenceIdentifier LICENCE =
      LicenceIdentifier.mint(new LicenceTypeCode("11100000MB0143028R001"), MARKET, "000000001", 1);

  @TempDir Path folder = Path.of("");

  @Test
  void a_grant_given_or_taken_away_counts_without_a_restart_and_a_faulty_file_changes_nothing()
      throws IOException {
    ConfigDraft draft = ConfigDraft.in(folder);
    for (String each : List.of("licence-types", "items", "grants")) {
      copy(each);
    }
    String grants = draft.read(GRANTS);
    Files.delete(folder.resolve(GRANTS));
    Loaded.Sound sound = (Loaded.Sound) draft.load();
    try (HubServer hub = HubServer.start(sound.config(), InstantSource.system())) {
      EdgeClient client = client(hub);
      assertThat(denial(client)).isEqualTo("grant.none");
      draft.write(GRANTS, grants);
      await().atMost(Duration.ofSeconds(30)).until(() -> denial(client).equals("licence.unknown"));
      draft.write(GRANTS, grants.replace("organisation:", "organization:"));
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> configuration(client).path("status").asString().equals("degraded"));
      assertThat(configuration(client).at("/cause/zh").asString())
          .contains("example-market.yaml", "check");
      assertThat(denial(client)).isEqualTo("licence.unknown");
      Files.delete(folder.resolve(GRANTS));
      await().atMost(Duration.ofSeconds(30)).until(() -> denial(client).equals("grant.none"));
      assertThat(configuration(client).path("status").asString()).isEqualTo("up");
    }
  }

  private EdgeClient client(HubServer hub) {
    Tokens tokens = Tokens.open(folder.resolve("data/keys/tokens.key"), Duration.ofHours(1));
    return new EdgeClient("http://127.0.0.1:" + hub.port(), null)
        .with(tokens.issue(new Caller("window", Role.APPROVER, MARKET), Instant.now()));
  }

  private static String denial(EdgeClient client) {
    String body =
        """
        {"reason":{"item":"000117001000","caseNumber":"C-1","purpose":"核验",
         "operator":"li"},"licences":["%s"],"basis":{"kind":"by-function"}}"""
            .formatted(LICENCE);
    return client.post("/api/v1/uses", body).json(200).at("/uses/0/denial/code").asString();
  }

  private static JsonNode configuration(EdgeClient client) {
    return client
        .get("/health")
        .json(200)
        .required("items")
        .valueStream()
        .filter(it -> it.required("name").asString().equals("configuration"))
        .findFirst()
        .orElseThrow();
  }

  private void copy(String place) throws IOException {
    Files.createDirectories(folder.resolve(place));
    try (Stream<Path> files = Files.list(SHIPPED.resolve(place))) {
      for (Path it : files.toList()) {
        Files.copy(it, folder.resolve(place).resolve(it.getFileName()));
      }
    }
  }
}
