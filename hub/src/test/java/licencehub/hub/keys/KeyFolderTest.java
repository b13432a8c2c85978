package licencehub.hub.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import licencehub.library.HeldKeys;
import licencehub.library.IndexKey;
import licencehub.model.Unavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFolderTest {
  private static final Instant NOW = Instant.parse("2026-11-21T01:00:00Z");
  @TempDir Path folder = Path.of("");

  private KeyFolder keys() {
    return new KeyFolder(folder, InstantSource.fixed(NOW));
  }

  @Test
  void first_keys_are_made_at_random_once_and_for_the_owner_alone() throws IOException {
    HeldKeys first = keys().makeMissing(true).load();
    HeldKeys again = keys().makeMissing(true).load();
    assertThat(again.currentData().proof()).isEqualTo(first.currentData().proof());
    assertThat(again.currentIndex().proof()).isEqualTo(first.currentIndex().proof());
    assertThat(first.currentData().id()).isEqualTo(1);
    for (KeyFile it : List.of(keys().data(), keys().index())) {
      assertThat(Files.getPosixFilePermissions(it.file()))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
      assertThat(it.read()).extracting(KeyFile.Line::made).containsExactly(NOW);
    }
  }

  @Test
  void the_index_key_of_earlier_versions_is_taken_over() throws IOException {
    byte[] secret = new byte[32];
    secret[0] = -1;
    Path former = folder.resolve("index.key");
    Files.writeString(former, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    IndexKey found = keys().makeMissing(true).load().currentIndex();
    assertThat(found.proof()).isEqualTo(new IndexKey(1, secret).proof());
    assertThat(former).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"data.keys", "index.keys"})
  void a_lost_key_of_a_library_is_named_and_not_made_anew(String lost) throws IOException {
    Path own = Files.createDirectories(folder.resolve("keys"));
    new KeyFolder(own, InstantSource.fixed(NOW)).makeMissing(true);
    Files.createDirectories(folder.resolve("library"));
    assertThat(KeyFolder.faults(folder)).isEmpty();
    Files.delete(own.resolve(lost));
    KeyFolder left = new KeyFolder(own, InstantSource.fixed(NOW));
    assertThatThrownBy(() -> left.makeMissing(false))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining(lost)
        .hasMessageContaining("restore it from its backup");
    assertThat(own.resolve(lost)).doesNotExist();
    assertThat(KeyFolder.faults(folder)).singleElement().asString().contains(lost);
  }

  @Test
  void taking_over_an_earlier_library_can_be_broken_off_anywhere() throws IOException {
    Path former = folder.resolve("index.key");
    byte[] secret = new byte[32];
    Files.writeString(former, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    keys().data().add(NOW);
    assertThat(keys().makeMissing(false).load().currentIndex().proof())
        .isEqualTo(new IndexKey(1, secret).proof());
    Files.writeString(former, "left behind");
    assertThat(keys().makeMissing(false).load().currentIndex().id()).isEqualTo(1);
  }

  @Test
  void a_ring_does_not_go_back_to_an_earlier_key() {
    FollowedKeys ring = new FollowedKeys(keys().makeMissing(true), Duration.ofHours(1));
    KeyFile.Line old = keys().data().read().getFirst();
    keys().data().add(NOW);
    ring.look();
    keys().data().add(NOW);
    keys().data().retire(2);
    ring.look();
    assertThat(ring.currentData().id()).isEqualTo(3);
    assertThat(ring.findData(old.id())).isPresent();
    assertThatThrownBy(
            () -> {
              Files.delete(keys().data().file());
              keys().data().add(old.secret(), NOW);
              ring.look();
            })
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("data 3");
    assertThat(ring.currentData().id()).isEqualTo(3);
    assertThat(ring.trouble()).isNull();
  }

  @Test
  void a_ring_takes_no_other_key_for_one_it_knows_and_a_lost_file_is_not_renewed()
      throws IOException {
    FollowedKeys ring = new FollowedKeys(keys().makeMissing(true), Duration.ofHours(1));
    byte[] proof = ring.currentData().proof();
    Files.delete(keys().data().file());
    assertThatThrownBy(() -> keys().renew(Set.of(KeyKind.DATA)))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("data.keys");
    keys().data().add(NOW);
    assertThatThrownBy(ring::look)
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("data 1 is another one");
    assertThat(ring.currentData().proof()).isEqualTo(proof);
  }

  @Test
  void a_new_key_is_current_and_the_old_one_stays_until_it_is_retired() {
    keys().makeMissing(true);
    keys().data().add(NOW);
    HeldKeys both = keys().load();
    assertThat(both.currentData().id()).isEqualTo(2);
    assertThat(both.findData(1)).isPresent();
    assertThatThrownBy(() -> keys().data().retire(2)).isInstanceOf(Unavailable.class);
    keys().data().retire(1);
    assertThat(keys().load().findData(1)).isEmpty();
    assertThatThrownBy(() -> keys().data().retire(1)).isInstanceOf(Unavailable.class);
    assertThat(keys().data().add(NOW).id()).isEqualTo(3);
  }

  @Test
  void a_running_ring_follows_the_files_and_keeps_its_keys_when_they_are_gone() throws IOException {
    FollowedKeys ring = new FollowedKeys(keys().makeMissing(true), Duration.ofMillis(10));
    keys().data().add(NOW);
    await().until(() -> ring.currentData().id() == 2);
    assertThat(ring.findData(1)).isPresent();
    Files.delete(keys().data().file());
    assertThatThrownBy(ring::look).isInstanceOf(Unavailable.class).hasMessageContaining("backup");
    assertThat(ring.currentData().id()).isEqualTo(2);
  }

  @Test
  void a_file_that_others_may_read_is_refused_with_the_remedy() throws IOException {
    keys().makeMissing(true);
    Path file = keys().data().file();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(keys()::load)
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("chmod 600");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "one %s 2026-11-21T01:00:00Z",
        "1 %s yesterday",
        "1 AAAA 2026-11-21T01:00:00Z",
        "1 %s"
      })
  void a_line_that_is_not_understood_is_named_by_its_place_and_never_repeated(String line)
      throws IOException {
    keys().makeMissing(true);
    String secret = Base64.getEncoder().encodeToString(new byte[32]);
    Files.writeString(keys().data().file(), "# head\n" + line.replace("%s", secret) + "\n");
    assertThatThrownBy(keys()::load)
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("data.keys:2")
        .hasMessageNotContaining(secret)
        .hasNoCause();
  }

  @Test
  void a_file_without_keys_is_refused() throws IOException {
    keys().makeMissing(true);
    Files.writeString(keys().data().file(), "# nothing\n");
    assertThatThrownBy(keys()::load).isInstanceOf(Unavailable.class).hasMessageContaining("empty");
  }
}
