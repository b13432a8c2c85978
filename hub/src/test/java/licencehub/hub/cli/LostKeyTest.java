package licencehub.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import licencehub.hub.HubWiring;
import licencehub.hub.config.ConfigDraft;
import licencehub.hub.config.Loaded;
import licencehub.hub.keys.KeyFile;
import licencehub.model.Unavailable;
import licencehub.verification.EnvelopeSigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub whose key was lost or exchanged does not start, and has lost nothing when it is back. */
class LostKeyTest {
  private final Path folder;
  private final ConfigDraft draft;
  private final Path key;

  LostKeyTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.draft = ConfigDraft.in(folder);
    this.key = folder.resolve("data/keys/data.keys");
  }

  @Test
  void another_key_and_none_are_refused_by_the_files_name_until_the_right_one_is_back()
      throws IOException {
    Path file = folder.resolve("case.json");
    Files.writeString(file, signed(Samples.application("1")));
    try (Launcher.Running hub = start()) {
      assertThat(submit(hub, file)).contains("\taccepted\t");
    }
    Path safe = Files.move(key, folder.resolve("data.keys.backup"));
    Shell.Said missing = Shell.run("run", "--config", folder);
    assertThat(missing.exit()).isEqualTo(Exit.INVALID.code());
    assertThat(missing.err()).contains(key.toString(), "restore it from its backup");
    assertThat(key).doesNotExist();
    new KeyFile(key).add(Instant.now());
    assertThatThrownBy(this::start)
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("data key 1")
        .hasMessageContaining(key.toString())
        .hasMessageContaining("restore that one from its backup");
    Files.move(safe, key, StandardCopyOption.REPLACE_EXISTING);
    try (Launcher.Running hub = start()) {
      assertThat(submit(hub, file)).contains("\tduplicate\t");
    }
  }

  private Launcher.Running start() {
    Loaded.Sound sound = (Loaded.Sound) draft.load();
    return new HubWiring(InstantSource.system()).start(sound.config());
  }

  private String submit(Launcher.Running hub, Path file) {
    String token =
        Shell.run(
                "token",
                "--config",
                folder,
                "--role",
                "department",
                "--department",
                "11440300MB2D000147")
            .out()
            .strip();
    String server = "http://127.0.0.1:" + hub.port();
    return Shell.run(Map.of("LICENCEHUB_TOKEN", token, "LICENCEHUB_SERVER", server), "submit", file)
        .out();
  }

  private String signed(String document) {
    EnvelopeSigner signer = new EnvelopeSigner(draft.signer(), new SecureRandom());
    return new String(
        signer.dsse(document.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
  }
}
