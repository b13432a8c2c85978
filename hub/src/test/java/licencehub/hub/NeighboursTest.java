package licencehub.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import licencehub.federation.HubCard;
import licencehub.federation.Peer;
import licencehub.hub.access.Role;
import licencehub.hub.config.ConfigDraft;
import licencehub.hub.config.ConfigFolder;
import licencehub.hub.config.FederationSection;
import licencehub.hub.config.Loaded;
import licencehub.hub.config.PeerFolder;
import licencehub.hub.federation.OwnCard;
import licencehub.model.lines.FreePort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two running hubs that have let each other in, from their settings alone. */
class NeighboursTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final InstantSource CLOCK = InstantSource.system();
  private static final Set<String> MAY =
      Set.of("checkpoint", "filter", "holdings", "searchLicences");

  /** Of the other hub's region, and filed nowhere. */
  private static final String LICENCE =
      "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U";

  private static final String HOLDER =
      "\"holder\":{\"codeType\":\"111\",\"code\":\"440300199003070013\"}";

  @TempDir Path near = Path.of("");
  @TempDir Path far = Path.of("");

  @Test
  void they_ask_each_other_and_notice_who_is_gone() throws Exception {
    ConfigDraft here = draft(near, "gd-440300", "440300", "1");
    ConfigDraft there = draft(far, "hn-430000", "430000", "2");
    assertThat(new PeerFolder(near).put(new Peer(card(there), MAY))).isEmpty();
    assertThat(new PeerFolder(far).put(new Peer(card(here), MAY))).isEmpty();
    try (HubServer hub = HubServer.start(config(here), CLOCK)) {
      Asking approver = Asking.as(Role.APPROVER, hub, config(here));
      try (HubServer other = HubServer.start(config(there), CLOCK)) {
        assertThat(other.port()).isPositive();
        await()
            .atMost(PATIENCE)
            .untilAsserted(
                () ->
                    assertThat(search(approver, "\"identifier\":\"" + LICENCE + "\"").toString())
                        .contains("\"absent\"", "hn-430000", "confirmedAt"));
        // Once its filter is here, nobody is asked about a holder it rules out.
        await()
            .atMost(PATIENCE)
            .untilAsserted(() -> assertThat(search(approver, HOLDER).has("hubs")).isFalse());
        assertThat(approver.get("/health")).contains("peer hn-430000", "holder filter");
      }
      JsonNode answer = search(approver, "\"identifier\":\"" + LICENCE + "\"");
      assertThat(answer.path("answer").asString()).isEqualTo("unknown");
      assertThat(answer.at("/hubs/0/hub").asString()).isEqualTo("hn-430000");
      assertThat(approver.get("/health")).contains("it does not answer");
    }
  }

  private static JsonNode search(Asking approver, String criteria)
      throws IOException, InterruptedException {
    String reason =
        "{\"item\":\"000117001000\",\"caseNumber\":\"N-1\",\"purpose\":\"test\",\"operator\":\"t\"}";
    return JsonMapper.shared()
        .readTree(
            approver.ask(
                "POST", "/api/v1/licences/search", "{\"reason\":" + reason + "," + criteria + "}"));
  }

  private static HubCard card(ConfigDraft draft) {
    ConfigFolder config = config(draft);
    HubWiring wiring = new HubWiring(CLOCK);
    FederationSection section = Objects.requireNonNull(config.hub().federation());
    return OwnCard.of(
        config.hub(), section, wiring.peerIdentity(config), wiring.ledgerKeys(config));
  }

  private static ConfigDraft draft(Path folder, String id, String region, String patience)
      throws IOException {
    int port = FreePort.find();
    ConfigDraft draft = ConfigDraft.in(folder);
    String hub =
        draft
            .read("hub.yaml")
            .replace("id: gd-440300", "id: " + id)
            .replace("region: \"440300\"", "region: \"" + region + "\"");
    return draft.write(
        "hub.yaml",
        hub
            + "federation: {port: "
            + port
            + ", level: province, address: \"https://127.0.0.1:"
            + port
            + "\", patience: PT"
            + patience
            + "S, retryAfter: PT1S, freshness: PT30S}\n");
  }

  private static ConfigFolder config(ConfigDraft draft) {
    return ((Loaded.Sound) draft.load()).config();
  }
}
