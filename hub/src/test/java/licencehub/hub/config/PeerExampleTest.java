package licencehub.hub.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import licencehub.federation.HubCard;
import licencehub.federation.Peer;
import licencehub.federation.exchange.Extent;
import licencehub.hub.federation.SomeHub;
import licencehub.schemas.Contracts;
import licencehub.verification.SignerKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The peer file that is shipped: not read where it lies, and sound where it is copied to. */
class PeerExampleTest {
  private static final Path EXAMPLE = Path.of("../config/peers/examples/gd-440100.yaml");

  @Test
  void every_key_stands_in_it_explained() throws IOException {
    String text = Files.readString(EXAMPLE);
    Set<String> keys =
        JsonMapper.shared()
            .readTree(Contracts.peerSettings())
            .path("properties")
            .propertyNames()
            .stream()
            .collect(java.util.stream.Collectors.toSet());
    assertThat(keys)
        .hasSize(11)
        .allSatisfy(
            it ->
                assertThat(text)
                    .containsPattern("(?m)^#[^\\n]*\\p{IsHan}[^\\n]*\\n(#[^\\n]*\\n)*" + it + ":"));
  }

  @Test
  void where_it_lies_it_is_not_read() {
    Loaded.Sound loaded = (Loaded.Sound) ConfigLoader.load(Path.of("../config"));
    assertThat(loaded.config().peers()).isEmpty();
  }

  @Test
  void copied_it_wants_its_certificates_and_is_sound_with_them(
      @TempDir Path folder, @TempDir Path keys) throws IOException {
    ConfigDraft draft = ConfigDraft.in(folder);
    Files.createDirectories(folder.resolve("peers"));
    Files.copy(EXAMPLE, folder.resolve("peers/gd-440100.yaml"));
    assertThat(((Loaded.Unsound) draft.load()).faults())
        .extracting(ConfigFault::key)
        .containsExactly("certificateFile", "signerFile");
    HubCard card = SomeHub.in(keys, "gd-440100").at(1).card();
    Files.write(
        folder.resolve("peers/gd-440100.transport.pem"), SignerKey.pem(List.of(card.transport())));
    Files.write(folder.resolve("peers/gd-440100.signer.pem"), SignerKey.pem(card.signer()));
    Peer peer = ((Loaded.Sound) draft.load()).config().peers().getFirst();
    assertThat(peer.card().signer()).isEqualTo(card.signer());
    assertThat(peer.may()).contains("checkpoint", "filter", "decideExemption");
    assertThat(peer.exchange().gives()).isEqualTo(Extent.METADATA);
    assertThat(peer.exchange().takesFrom()).isNotNull();
    assertThat(peer.trustsFiles()).isTrue();
  }
}
