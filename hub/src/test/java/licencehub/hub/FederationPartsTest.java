package licencehub.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import licencehub.federation.Peer;
import licencehub.federation.PeerLine.Reply;
import licencehub.federation.line.HttpsPeerLine;
import licencehub.hub.config.ConfigDraft;
import licencehub.hub.config.ConfigFolder;
import licencehub.hub.config.Loaded;
import licencehub.hub.config.PeerFolder;
import licencehub.hub.federation.SomeHub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub among others, as its configuration has it and as that changes. */
class FederationPartsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String SECTION =
      "federation: {port: 0, level: city, address: \"https://x.example\"}\n";
  private static final InstantSource CLOCK = InstantSource.system();

  @TempDir Path folder = Path.of("");
  @TempDir Path far = Path.of("");

  @Test
  void a_peer_let_in_while_the_hub_runs_is_heard_without_a_restart() throws IOException {
    ConfigDraft draft = draft(SECTION);
    FollowedConfig followed = new FollowedConfig(config(draft));
    SomeHub asker = SomeHub.in(far, "gd-440100");
    FolderState before = FolderState.of(folder);
    try (FederationParts parts = open(draft, followed);
        HttpsPeerLine line = new HttpsPeerLine(asker.identity().transport())) {
      int port = parts.serve((peer, asked) -> peer.hub().getBytes(UTF_8));
      Peer home = new SomeHub("gd-440300", parts.identity()).at(port);
      assertThat(line.ask(home, new byte[] {1}, PATIENCE)).isInstanceOf(Reply.Silent.class);

      assertThat(new PeerFolder(folder).put(new Peer(asker.at(1).card(), Set.of()))).isEmpty();
      assertThat(FolderState.of(folder)).as("seen by who looks").isNotEqualTo(before);
      followed.follow(config(draft));
      assertThat(line.ask(home, new byte[] {1}, PATIENCE))
          .isInstanceOfSatisfying(
              Reply.Said.class, it -> assertThat(it.bytes()).asString().isEqualTo("gd-440100"));

      List<Peer> same = followed.peers();
      followed.follow(config(draft));
      assertThat(followed.peers()).isSameAs(same);
      Files.delete(folder.resolve("peers/gd-440100.yaml"));
      followed.follow(config(draft));
      assertThat(line.ask(home, new byte[] {1}, PATIENCE)).isInstanceOf(Reply.Silent.class);
    }
  }

  @Test
  void a_hub_asks_under_the_identity_it_is_known_by() throws IOException {
    ConfigDraft draft = draft(SECTION);
    FollowedConfig followed = new FollowedConfig(config(draft));
    try (FederationParts parts = open(draft, followed)) {
      SomeHub self = new SomeHub("gd-440300", parts.identity());
      followed.follow(config(draft));
      assertThat(parts.peers()).isEmpty();
      assertThat(
              new PeerFolder(folder)
                  .put(new Peer(SomeHub.in(far, "gd-440100").at(1).card(), Set.of())))
          .isEmpty();
      followed.follow(config(draft));
      assertThat(parts.peers()).extracting(Peer::hub).containsExactly("gd-440100");
      assertThat(new HubWiring(CLOCK).peerIdentity(config(draft)).transport().id())
          .isEqualTo(self.identity().transport().id());
    }
  }

  @Test
  void a_hub_without_the_section_makes_no_keys_for_peers() throws IOException {
    ConfigDraft draft = draft("");
    try (HubServer hub = HubServer.start(config(draft), CLOCK)) {
      assertThat(hub.port()).isPositive();
    }
    assertThat(folder.resolve("data/keys/ledger.pem")).exists();
    assertThat(folder.resolve("data/keys/peer-transport.pem")).doesNotExist();
  }

  @Test
  void a_hub_with_it_makes_them_at_its_first_start() throws IOException {
    ConfigDraft draft = draft(SECTION);
    try (HubServer hub = HubServer.start(config(draft), CLOCK)) {
      assertThat(hub.port()).isPositive();
    }
    assertThat(folder.resolve("data/keys/peer-transport.pem")).exists();
    assertThat(folder.resolve("data/keys/peer-signer.pem")).exists();
  }

  private ConfigDraft draft(String section) throws IOException {
    ConfigDraft draft = ConfigDraft.in(folder);
    return draft.write("hub.yaml", draft.read("hub.yaml") + section);
  }

  private static ConfigFolder config(ConfigDraft draft) {
    return ((Loaded.Sound) draft.load()).config();
  }

  private static FederationParts open(ConfigDraft draft, FollowedConfig followed) {
    ConfigFolder config = config(draft);
    HubKeys keys = new HubKeys(config.hub().data().resolve("keys"));
    return Objects.requireNonNull(FederationParts.open(config.hub(), keys, followed, CLOCK));
  }
}
