package licencehub.federation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import licencehub.federation.anchors.AnchorList;
import licencehub.federation.anchors.AnchorListFile;
import licencehub.model.MalformedValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list of trust anchors, from the hub that signs it to the one that believes it. */
class AnchorListTest {
  private static final Instant NOW = SmallHub.NOW;

  @TempDir Path folder = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private SmallHub hub;

  @SuppressWarnings("NullAway.Init")
  private HubCard card;

  @BeforeEach
  void open() {
    hub = new SmallHub("gd-440300", folder);
    card = hub.asPeer().card();
  }

  @Test
  void it_is_read_as_it_was_written() {
    AnchorList list = list(Duration.ofDays(7));
    byte[] file = AnchorListFile.write(list, hub.messages());
    assertThat(AnchorListFile.read(file, card, NOW)).contains(list);
  }

  @Test
  void it_counts_until_it_expires_and_not_before_it_was_issued() {
    byte[] file = AnchorListFile.write(list(Duration.ofHours(1)), hub.messages());
    assertThat(AnchorListFile.read(file, card, NOW.plus(Duration.ofMinutes(59)))).isPresent();
    assertThat(AnchorListFile.read(file, card, NOW.plus(Duration.ofHours(1)))).isEmpty();
    assertThat(AnchorListFile.read(file, card, NOW.minus(Duration.ofMinutes(5)))).isEmpty();
  }

  @Test
  void nobody_else_can_sign_or_alter_it() {
    SmallHub other = new SmallHub("gd-440100", folder);
    byte[] forged = AnchorListFile.write(list(Duration.ofDays(1)), other.messages());
    assertThat(AnchorListFile.read(forged, card, NOW)).isEmpty();
    byte[] altered = AnchorListFile.write(list(Duration.ofDays(1)), hub.messages());
    altered[altered.length / 2] ^= 1;
    assertThat(AnchorListFile.read(altered, card, NOW)).isEmpty();
  }

  @Test
  void what_else_a_hub_signs_is_no_list() {
    byte[] other = hub.messages().sign("{\"type\": \"peer.card.v1\"}".getBytes(UTF_8));
    assertThatThrownBy(() -> AnchorListFile.read(other, card, NOW))
        .isInstanceOf(MalformedValue.class);
  }

  @Test
  void no_list_counts_for_longer_than_a_week() {
    assertThatThrownBy(() -> list(Duration.ofDays(8))).isInstanceOf(MalformedValue.class);
    assertThatThrownBy(() -> list(Duration.ZERO)).isInstanceOf(MalformedValue.class);
  }

  private AnchorList list(Duration life) {
    return new AnchorList(hub.id, List.of(hub.signer.chain().getLast()), NOW, NOW.plus(life));
  }
}
