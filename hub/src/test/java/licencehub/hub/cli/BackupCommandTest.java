package licencehub.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import licencehub.hub.HubWiring;
import licencehub.hub.config.ConfigDraft;
import licencehub.hub.config.Loaded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator sees of backups. */
class BackupCommandTest {
  private final Path folder;
  private final ConfigDraft draft;

  BackupCommandTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.draft = ConfigDraft.in(folder);
  }

  @Test
  void made_listed_checked_and_restored_by_hand() throws IOException {
    String shelf = folder.resolve("shelf").toString();
    Shell.Said made;
    try (Launcher.Running hub = start()) {
      made = Shell.run("backup", "make", "--config", folder, "--folder", shelf);
    }
    assertThat(made.exit()).as(made.err()).isZero();
    assertThat(made.err()).contains("100%", "0 entries of the ledger");
    String backup = made.out().strip();
    assertThat(Path.of(backup)).isDirectory();
    Shell.Said listed = Shell.run("backup", "list", "--config", folder, "--folder", shelf);
    assertThat(listed.out()).contains(backup);
    Shell.Said checked = Shell.run("backup", "check", backup, "--config", folder);
    assertThat(checked.out()).contains("✓", "sound");
    Shell.Said refused = Shell.run("backup", "restore", backup, "--config", folder);
    assertThat(refused.exit()).isEqualTo(Exit.INVALID.code());
    assertThat(refused.err()).contains("there is a library in", "mv ");
    Files.move(folder.resolve("data/library"), folder.resolve("before"));
    Shell.Said restored = Shell.run("backup", "restore", backup, "--config", folder);
    assertThat(restored.exit()).as(restored.err()).isZero();
    assertThat(restored.out()).contains("已恢复到", "restored as of");
    try (Launcher.Running hub = start()) {
      assertThat(hub.port()).isPositive();
    }
  }

  @Test
  void a_damaged_one_is_a_negative_answer_and_a_missing_folder_a_wrong_use() throws IOException {
    try (Launcher.Running hub = start()) {
      String shelf = folder.resolve("shelf").toString();
      String backup =
          Shell.run("backup", "make", "--config", folder, "--folder", shelf).out().strip();
      Files.writeString(Path.of(backup, "library", "library.db"), "x");
      Shell.Said checked = Shell.run("backup", "check", backup, "--config", folder);
      assertThat(checked.exit()).isEqualTo(Exit.NEGATIVE.code());
      assertThat(checked.out()).contains("✗", "文件已变", "library/library.db was changed");
    }
    Shell.Said nowhere = Shell.run("backup", "make", "--config", folder);
    assertThat(nowhere.exit()).isEqualTo(Exit.USAGE.code());
    assertThat(nowhere.err()).contains("hub.yaml names no folder", "--folder DIR");
  }

  private Launcher.Running start() {
    Loaded.Sound sound = (Loaded.Sound) draft.load();
    return new HubWiring(InstantSource.system()).start(sound.config());
  }
}
