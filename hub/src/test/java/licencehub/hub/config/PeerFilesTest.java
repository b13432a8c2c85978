package licencehub.hub.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import licencehub.federation.Level;
import licencehub.federation.Peer;
import licencehub.hub.federation.SomeHub;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings about other hubs: the section of the hub file, and a file for each peer. */
class PeerFilesTest {
  private static final String HUB = "hub.yaml";
  private static final String FILE = "peers/gd-440100.yaml";
  private static final String SECTION =
      "federation: {port: 8443, level: city, address: \"https://hub.example:8443\"}\n";

  @TempDir Path folder = Path.of(".");
  @TempDir Path keys = Path.of(".");
  private @Nullable ConfigDraft made;

  @BeforeEach
  void make() throws IOException {
    made = ConfigDraft.in(folder);
    draft().write(HUB, draft().read(HUB) + SECTION);
    Peer peer = SomeHub.in(keys, "gd-440100").at(8443);
    assertThat(new PeerFolder(folder).put(new Peer(peer.card(), Set.of("holdings", "findUse"))))
        .isEmpty();
  }

  private ConfigDraft draft() {
    return Objects.requireNonNull(made);
  }

  @Test
  void what_is_left_out_has_its_usual_value() {
    FederationSection section = Objects.requireNonNull(config().hub().federation());
    assertThat(section.host()).isEqualTo("127.0.0.1");
    assertThat(section.level()).isEqualTo(Level.CITY);
    assertThat(section.patience()).isEqualTo(Duration.ofSeconds(2));
    assertThat(section.freshness()).isEqualTo(Duration.ofMinutes(5));
    assertThat(section.retryAfter()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void a_hub_without_the_section_has_no_federation() {
    draft().change(HUB, SECTION, "");
    assertThat(config().hub().federation()).isNull();
    assertThat(config().peers()).hasSize(1);
  }

  @Test
  void a_peer_is_read_with_its_certificates() {
    Peer peer = config().peers().getFirst();
    assertThat(peer.card()).isEqualTo(SomeHub.in(keys, "gd-440100").at(8443).card());
    assertThat(peer.may()).isEqualTo(Set.of("holdings", "findUse"));
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          port: 8443               | port: 84430                  | federation.port
          level: city              | level: town                  | federation.level
          level: city              | levl: city                   | federation.levl
          https://hub.example      | http://hub.example           | federation.address
          level: city              | level: city, patience: PT0S  | federation.patience
          level: city              | level: city, patience: PT2M  | federation.patience
          level: city              | level: city, freshness: P2D  | federation.freshness
          level: city              | level: city, retryAfter: PT0S | federation.retryAfter
          port: 8443               | port: 0, host: ''            | federation.host
          http: {host: 127.0.0.1, port: 0} | http: {host: 127.0.0.1, port: 8443} | federation.port
          """)
  void a_flaw_of_the_section_is_named_by_its_key(String from, String to, String key) {
    draft().change(HUB, from, to);
    assertThat(keysOfFaults()).contains(key);
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hub: gd-440100         | hub: gd-440300            | hub
          hub: gd-440100         | hub: ../x                 | hub
          '"440100"'             | '"4401"'                  | region
          '"440100"'             | '"440300"'                | region
          level: city            | level: town               | level
          https://127            | http://127                | address
          .transport.pem         | .gone.pem                 | certificateFile
          gd-440100.signer.pem   | gd-440100.yaml            | signerFile
          gd-440100.signer.pem   | gd-440100.transport.pem   | signerFile
          +82ee7dad+             | +82ee7dae+                | ledgerKeys[0]
          '"findUse"'            | '"submit"'                | may[0]
          '"findUse"'            | '"holding"'               | may[0]
          may:                   | must:                     | must
          """)
  void a_flaw_of_a_peer_is_named_by_its_key(String from, String to, String key) {
    draft().change(FILE, from, to);
    assertThat(keysOfFaults()).contains(key);
  }

  @Test
  void all_faults_of_all_peers_are_told_at_once() {
    draft().write("peers/second.yaml", draft().read(FILE));
    draft().change(FILE, "\"findUse\"", "\"findUses\"");
    List<ConfigFault> faults = faults();
    assertThat(faults)
        .extracting(it -> it.file().getFileName() + " " + it.key())
        .containsExactlyInAnyOrder(
            "gd-440100.yaml may[0]",
            "second.yaml hub",
            "second.yaml region",
            "second.yaml certificateFile");
    assertThat(faults.getFirst().remedy().en()).contains("did you mean findUse?");
  }

  @Test
  void a_hub_above_with_the_same_region_is_another_place() throws IOException {
    Peer second = SomeHub.in(Files.createDirectories(keys.resolve("b")), "gd-province").at(1);
    assertThat(new PeerFolder(folder).put(new Peer(second.card(), Set.of())))
        .extracting(ConfigFault::key)
        .containsExactly("region");
    assertThat(folder.resolve("peers/gd-province.yaml")).doesNotExist();
    draft().change(FILE, "level: city", "level: province");
    assertThat(new PeerFolder(folder).put(new Peer(second.card(), Set.of()))).isEmpty();
    assertThat(config().peers()).hasSize(2);
  }

  private ConfigFolder config() {
    return ((Loaded.Sound) draft().load()).config();
  }

  private List<ConfigFault> faults() {
    return ((Loaded.Unsound) draft().load()).faults();
  }

  private List<String> keysOfFaults() {
    return faults().stream().map(ConfigFault::key).toList();
  }
}
