package licencehub.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import licencehub.hub.access.Role;
import licencehub.hub.audit.Audit;
import licencehub.hub.backup.Backup;
import licencehub.hub.backup.Finding;
import licencehub.hub.backup.Manifest;
import licencehub.hub.backup.Restored;
import licencehub.hub.backup.Shelf;
import licencehub.hub.config.ConfigDraft;
import licencehub.hub.config.ConfigFolder;
import licencehub.hub.config.Loaded;
import licencehub.ledger.Proofs;
import licencehub.library.FileStore.Put;
import licencehub.library.Library;
import licencehub.model.Digest;
import licencehub.model.Unavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups of a library that others write to, and what becomes of them. */
class BackupTest {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

  private final Path folder;
  private final ConfigFolder config;
  private final LibraryOpener opener;
  private final Shelf shelf;

  BackupTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.config = sound(folder.resolve("config"), "");
    this.opener = new LibraryOpener(config.hub());
    this.shelf = new Shelf(folder.resolve("shelf"));
    try (Library library = open(opener)) {
      library.journal().file(ExampleEvents.entries(0)).join();
    }
  }

  @Test
  void made_while_others_write_it_holds_what_was_acknowledged_and_can_be_gone_on_from()
      throws Exception {
    List<Backup> made = new ArrayList<>();
    Digest file;
    try (Library library = open(opener)) {
      file = put(library, "a licence file");
      AtomicLong filed = new AtomicLong(library.outbox().head() + 1);
      AtomicBoolean enough = new AtomicBoolean();
      Thread writer = Thread.ofPlatform().start(() -> write(library, filed, enough));
      for (int i = 0; i < 3; i++) {
        long before = filed.get();
        await().atMost(Duration.ofSeconds(20)).until(() -> filed.get() > before);
        long acknowledged = filed.get();
        Backup backup = opener.backups().make(shelf, NOON.plusSeconds(i), (done, total) -> {});
        assertThat(backup.manifest().entries()).isGreaterThanOrEqualTo(acknowledged);
        made.add(backup);
      }
      enough.set(true);
      writer.join();
    }
    assertThat(shelf.backups()).isEqualTo(made);
    for (Backup each : made) {
      assertThat(opener.backups().check(each.folder())).isEqualTo(new Finding.Sound(each));
    }
    goOn(made.get(1), file);
  }

  /** On another machine: the same configuration, the keys, the backup. */
  private void goOn(Backup backup, Digest file) throws IOException {
    LibraryOpener elsewhere = elsewhere();
    assertThat(elsewhere.backups().restore(backup.folder(), (done, total) -> {}))
        .isEqualTo(new Restored.Done(backup));
    long entries = backup.manifest().entries();
    try (var archive = elsewhere.archive();
        var bench = elsewhere.bench(folder.resolve("scratch"), CLOCK)) {
      Audit audit =
          new Audit(opener.signer().verifierKeys(), List.of(backup.manifest().checkpoint()));
      assertThat(audit.run(archive, bench, (done, total) -> {}).discrepancies()).isEmpty();
    }
    try (Library before = open(opener);
        Library after = open(elsewhere)) {
      assertThat(new Proofs(after.ledger()).root(entries))
          .isEqualTo(new Proofs(before.ledger()).root(entries));
      try (InputStream content = after.files().open(file).orElseThrow()) {
        assertThat(new String(content.readAllBytes(), UTF_8)).isEqualTo("a licence file");
      }
      after.journal().file(ExampleEvents.entries(99_999)).join();
      assertThat(after.outbox().head()).isGreaterThan(entries - 1);
    }
  }

  @Test
  void whatever_is_changed_in_it_is_found_and_named() throws IOException {
    Backup backup = make(0);
    Path database = backup.folder().resolve("library/library.db");
    byte[] bytes = Files.readAllBytes(database);
    bytes[bytes.length / 2] ^= 1;
    Files.write(database, bytes);
    assertDamaged(backup, "library/library.db was changed");
    Files.delete(database);
    assertDamaged(backup, "library/library.db is missing");
    Backup another = make(1);
    Files.writeString(another.folder().resolve("library/more"), "x");
    assertDamaged(another, "library/more was added");
    Backup third = make(2);
    Files.writeString(third.folder().resolve("backup.json"), "{}");
    assertDamaged(third, "backup.json");
    assertDamaged(new Backup(folder, backup.manifest()), "no whole backup");
  }

  @Test
  void sums_made_anew_over_an_older_library_do_not_hide_it() throws Exception {
    Backup older = make(0);
    try (Library library = open(opener)) {
      library.journal().file(ExampleEvents.entries(1)).join();
    }
    Backup newer = make(1);
    Path old = older.folder().resolve("library/library.db");
    Path database = newer.folder().resolve("library/library.db");
    String sums = Files.readString(newer.folder().resolve("SHA256SUMS"));
    String forged = sums.replace(sum(database), sum(old));
    Files.write(database, Files.readAllBytes(old));
    Files.writeString(newer.folder().resolve("SHA256SUMS"), forged);
    assertDamaged(newer, "its checkpoint is not the one it names");
  }

  @Test
  void a_library_that_is_there_is_never_overwritten_and_a_running_hub_not_touched() {
    Backup backup = make(0);
    Restored.Refused there = refused(opener.backups().restore(backup.folder(), (a, b) -> {}));
    assertThat(there.why().en()).contains("there is a library in");
    try (HubServer hub = HubServer.start(config, CLOCK)) {
      assertThatThrownBy(
              () -> new HubWiring(CLOCK).restore(config, backup.folder(), (done, total) -> {}))
          .isInstanceOf(Unavailable.class)
          .hasMessageContaining("another hub is running");
    }
  }

  @Test
  void without_the_keys_it_is_worth_nothing_and_says_so() throws IOException {
    Backup backup = make(0);
    ConfigFolder stranger = sound(folder.resolve("stranger"), "");
    assertThatThrownBy(() -> new LibraryOpener(stranger.hub()).backups())
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("data.keys");
    LibraryOpener other = new LibraryOpener(stranger.hub());
    open(other).close();
    Files.move(stranger.hub().data().resolve("library"), folder.resolve("moved"));
    Restored.Refused refused = refused(other.backups().restore(backup.folder(), (a, b) -> {}));
    assertThat(refused.why().en()).contains("does not open");
    assertThat(stranger.hub().data().resolve("library")).doesNotExist();
  }

  @Test
  void a_hub_makes_them_by_itself_keeps_the_newest_and_says_when_it_cannot() throws Exception {
    Path kept = folder.resolve("kept");
    String section = "backup: {folder: " + kept + ", every: PT1S, keep: 2}";
    ConfigFolder often = sound(folder.resolve("often"), section);
    try (HubServer hub = HubServer.start(often, CLOCK)) {
      Shelf rounds = new Shelf(kept);
      await().atMost(Duration.ofSeconds(30)).until(() -> rounds.backups().size() == 2);
      Manifest first = rounds.backups().getFirst().manifest();
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> rounds.backups().getFirst().manifest().madeAt().isAfter(first.madeAt()));
      assertThat(rounds.backups()).hasSizeLessThanOrEqualTo(3);
    }
    Path taken = Files.writeString(folder.resolve("taken"), "a file, no folder");
    String wrong = "backup: {folder: " + taken + "/backups, every: PT1S}";
    ConfigFolder hopeless = sound(folder.resolve("hopeless"), wrong);
    try (HubServer hub = HubServer.start(hopeless, CLOCK)) {
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> health(hub, hopeless).contains("the backup failed"));
      assertThat(health(hub, hopeless)).contains("备份失败");
    }
  }

  private static String health(HubServer hub, ConfigFolder config) throws Exception {
    return Asking.as(Role.OPERATOR, hub, config).get("/health");
  }

  private static void write(Library library, AtomicLong filed, AtomicBoolean enough) {
    for (int lot = 1; !enough.get(); lot++) {
      try {
        library.journal().file(ExampleEvents.entries(lot)).join();
      } catch (IOException e) {
        throw new AssertionError(e);
      }
      filed.set(library.outbox().head() + 1);
    }
  }

  private static Digest put(Library library, String content) throws IOException {
    Put put = library.files().put(new ByteArrayInputStream(content.getBytes(UTF_8)), 1_000);
    return ((Put.Kept) put).digest();
  }

  private Backup make(int seconds) {
    return opener.backups().make(shelf, NOON.plusSeconds(seconds), (done, total) -> {});
  }

  private void assertDamaged(Backup backup, String what) {
    assertThat(opener.backups().check(backup.folder()))
        .isInstanceOfSatisfying(
            Finding.Damaged.class, it -> assertThat(it.what().en()).contains(what));
  }

  private static Restored.Refused refused(Restored restored) {
    assertThat(restored).isInstanceOf(Restored.Refused.class);
    return (Restored.Refused) restored;
  }

  private LibraryOpener elsewhere() throws IOException {
    ConfigFolder other = sound(folder.resolve("elsewhere"), "");
    Path keys = config.hub().data().resolve("keys");
    Path theirs = Files.createDirectories(other.hub().data().resolve("keys"));
    try (var all = Files.list(keys)) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        Files.copy(each, theirs.resolve(each.getFileName()));
      }
    }
    return new LibraryOpener(other.hub());
  }

  private static Library open(LibraryOpener opener) {
    return opener.open(opener.signer(), CLOCK);
  }

  private static String sum(Path file) throws IOException {
    return Digest.of(Files.readAllBytes(file)).toString();
  }

  private static ConfigFolder sound(Path folder, String more) {
    try {
      ConfigDraft draft = ConfigDraft.in(folder);
      draft.write("hub.yaml", draft.read("hub.yaml") + more + "\n");
      return ((Loaded.Sound) draft.load()).config();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
