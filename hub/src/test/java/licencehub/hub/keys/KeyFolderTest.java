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
    HeldKeys first = keys().makeMissing().load();
    HeldKeys again = keys().makeMissing().load();
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
    IndexKey found = keys().makeMissing().load().currentIndex();
    assertThat(found.proof()).isEqualTo(new IndexKey(1, secret).proof());
    assertThat(former).doesNotExist();
  }

  @Test
  void a_new_key_is_current_and_the_old_one_stays_until_it_is_retired() {
    keys().makeMissing();
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
    FollowedKeys ring = new FollowedKeys(keys().makeMissing(), Duration.ofMillis(10));
    keys().data().add(NOW);
    await().until(() -> ring.currentData().id() == 2);
    assertThat(ring.findData(1)).isPresent();
    Files.delete(keys().data().file());
    assertThatThrownBy(ring::look).isInstanceOf(Unavailable.class).hasMessageContaining("backup");
    assertThat(ring.currentData().id()).isEqualTo(2);
  }

  @Test
  void a_file_that_others_may_read_is_refused_with_the_remedy() throws IOException {
    keys().makeMissing();
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
    keys().makeMissing();
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
    keys().makeMissing();
    Files.writeString(keys().data().file(), "# nothing\n");
    assertThatThrownBy(keys()::load).isInstanceOf(Unavailable.class).hasMessageContaining("empty");
  }
}
