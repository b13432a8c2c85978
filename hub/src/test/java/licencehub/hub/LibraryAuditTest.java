package licencehub.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import licencehub.hub.audit.Audit;
import licencehub.hub.audit.AuditReport;
import licencehub.hub.audit.Discrepancy.Kind;
import licencehub.hub.config.ConfigDraft;
import licencehub.hub.config.Loaded;
import licencehub.ledger.VerifierKey;
import licencehub.library.Archive.Part;
import licencehub.library.Entry;
import licencehub.library.Library;
import licencehub.model.submission.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A library with every kind of event in it, damaged by hand in its own file. */
class LibraryAuditTest {
  private static final InstantSource NOON =
      InstantSource.fixed(Instant.parse("2026-03-02T04:00:00Z"));

  @TempDir Path folder = Path.of("");
  private @Nullable LibraryOpener opener;
  private int filed;

  @BeforeEach
  void fileEveryExample() throws IOException {
    Loaded.Sound config = (Loaded.Sound) ConfigDraft.in(folder.resolve("config")).load();
    opener = new LibraryOpener(config.config().hub());
    file(ExampleEvents.entries(0));
  }

  @Test
  void a_library_nobody_touched_follows_from_its_ledger() {
    AuditReport report = audit(List.of());
    assertThat(report.discrepancies()).isEmpty();
    assertThat(report.isSound()).isTrue();
    assertThat(report.entries()).isEqualTo(filed).isGreaterThan(20);
    assertThat(report.rows()).containsKeys(Part.values());
  }

  @Test
  void it_is_read_beside_a_hub_that_writes() throws IOException {
    try (Library running = opener().open(opener().signer(), NOON)) {
      file(running, ExampleEvents.entries(1));
      assertThat(audit(List.of()).discrepancies()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          UPDATE event SET subject = 'X' WHERE seq = 3            | ALTERED | 事件 events 3
          UPDATE event SET valid_to = 99999 WHERE valid_to IS NOT NULL       | ALTERED | 事件 events
          UPDATE event SET received_at = received_at + 1 WHERE seq = 5       | ALTERED | 账本叶 ledger leaves 5
          UPDATE event SET document = (SELECT document FROM event WHERE seq = 3) WHERE seq = 2 | ALTERED | 事件 events 2
          UPDATE event SET document = x'7b7d' WHERE seq = 4                  | ALTERED | 事件 events 4
          UPDATE event SET original = x'00' WHERE seq = 1                    | ALTERED | 事件 events 1
          DELETE FROM event WHERE seq = 6                                    | MISSING | 事件 events 6
          UPDATE licence SET status = 'cancelled' WHERE status = 'valid'     | ALTERED | 证照 licences
          DELETE FROM licence WHERE status = 'valid'                         | MISSING | 证照 licences
          INSERT INTO licence (identifier, latest, status) VALUES ('1.2', 1, 'valid') | ADDED | 证照 licences 1.2
          DELETE FROM case_step WHERE stage = 'completion'                   | MISSING | 办件环节 case steps
          UPDATE case_step SET event = 0 WHERE stage = 'completion'          | ALTERED | 办件环节 case steps
          DELETE FROM replacement                                            | MISSING | 替代关系 replacements
          UPDATE use_tally SET used = used + 1                               | ALTERED | 用证次数 use tallies
          DELETE FROM use_recall                                             | MISSING | 用证追溯 recalls
          DELETE FROM licence_use                                            | MISSING | 用证 uses
          UPDATE joint SET lead = 'X'                                        | ALTERED | 联办件 joint applications
          DELETE FROM joint_step WHERE kind = 'checked'                      | MISSING | 联办情况 steps of joint applications
          UPDATE joint_part SET department = 'X'                             | ALTERED | 联办事项 parts of joint applications
          UPDATE ledger_hash SET hash = zeroblob(32) WHERE place = 7         | ALTERED | 账本叶 ledger leaves 7
          UPDATE checkpoint SET root = zeroblob(32), note = substr(note, 2) | UNPROVEN | checkpoint
          """)
  void any_change_by_hand_is_found_and_named(String sql, Kind kind, String place) {
    change(sql);
    assertThat(audit(List.of()).discrepancies())
        .as(sql)
        .anySatisfy(
            it -> {
              assertThat(it.kind()).isEqualTo(kind);
              assertThat(it.place()).startsWith(place);
            });
  }

  @Test
  void a_missing_event_does_not_make_everything_behind_it_seem_wrong() {
    change("DELETE FROM event WHERE subject LIKE '33%' AND seq = (SELECT min(seq) FROM event)");
    List<String> places = audit(List.of()).discrepancies().stream().map(it -> it.place()).toList();
    assertThat(places).hasSizeLessThan(5).contains("事件 events 0");
  }

  @Test
  void a_ledger_rewritten_as_a_whole_does_not_add_up_to_a_checkpoint_kept_elsewhere()
      throws IOException {
    String kept = checkpoint();
    delete(opener().hub().data().resolve("library"));
    file(ExampleEvents.entries(2));
    assertThat(audit(List.of()).discrepancies()).isEmpty();
    assertThat(audit(List.of(kept)).discrepancies())
        .hasSize(1)
        .allSatisfy(
            it -> {
              assertThat(it.kind()).isEqualTo(Kind.UNPROVEN);
              assertThat(it.what().en()).contains("kept elsewhere");
            });
  }

  @Test
  void a_checkpoint_kept_earlier_is_still_part_of_a_ledger_that_grew() throws IOException {
    String kept = checkpoint();
    file(ExampleEvents.entries(3));
    assertThat(audit(List.of(kept)).discrepancies()).isEmpty();
  }

  private LibraryOpener opener() {
    return Objects.requireNonNull(opener);
  }

  private AuditReport audit(List<String> kept) {
    List<VerifierKey> keys = opener().signer().verifierKeys();
    Path scratch = folder.resolve("scratch" + System.nanoTime());
    try (var archive = opener().archive();
        var bench = opener().bench(scratch, NOON)) {
      return new Audit(keys, kept).run(archive, bench, (done, total) -> {});
    }
  }

  private String checkpoint() {
    try (var archive = opener().archive()) {
      return archive.latest().orElseThrow().note();
    }
  }

  private void change(String sql) {
    Path file = opener().hub().data().resolve("library/library.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private void file(List<Entry> entries) {
    try (Library library = opener().open(opener().signer(), NOON)) {
      file(library, entries);
    }
  }

  private void file(Library library, List<Entry> entries) {
    List<Outcome> outcomes = library.journal().file(entries).join();
    assertThat(outcomes)
        .allMatch(it -> it instanceof Outcome.Accepted || it instanceof Outcome.Superseded);
    filed += outcomes.size();
  }

  private static List<Path> files(Path folder, String start) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(it -> it.getFileName().toString().startsWith(start)).sorted().toList();
    }
  }

  private static void delete(Path library) throws IOException {
    for (Path each : files(library, "library.")) {
      Files.delete(each);
    }
  }
}
