package licencehub.library;

import static licencehub.library.LicenceSample.NOON;
import static licencehub.library.LicenceSample.identifier;
import static licencehub.library.LicenceSample.issued;
import static licencehub.library.LicenceSample.person;
import static licencehub.library.LicenceSample.stated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import licencehub.library.Access.LookupReason;
import licencehub.library.Archive.Part;
import licencehub.library.LibraryMove.Moved;
import licencehub.model.Reason;
import licencehub.model.Unavailable;
import licencehub.model.event.EventType;
import licencehub.model.event.Holder;
import licencehub.model.event.Stage;
import licencehub.model.submission.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A library that moves from a file into a database. */
class PostgresMoveTest {
  private static final Holder LI = person("E12345678", "李小𬭎");
  private static final LicenceQuery BY_HOLDER =
      new LicenceQuery(LI.code(), null, null, null, Long.MAX_VALUE, 100);
  private final SampleKeys keys = new SampleKeys();
  private final LibraryMove move = ServiceLoader.load(LibraryMove.class).findFirst().orElseThrow();
  @TempDir Path folder = Path.of("");

  @Test
  void everything_is_there_afterwards_and_goes_on() {
    fill();
    List<Archive.Row> before = archived(sqlite());
    Moved moved = move.run(settings(), (done, total) -> {});
    assertThat(archived(FolderedPostgres.kind())).isEqualTo(before).isNotEmpty();
    assertThat(moved.latest().orElseThrow().size()).isEqualTo(16);
    assertThat(moved.parts()).filteredOn(it -> it.rows() == 0).isEmpty();
    try (Library library = open(FolderedPostgres.kind())) {
      assertThat(library.search().search(BY_HOLDER)).hasSize(8);
      assertThat(library.quarantine().list(null, null, 0, 10)).hasSize(1);
      assertThat(library.accesses().list("holder=" + LI.code(), Long.MAX_VALUE, 9)).hasSize(1);
      assertThat(library.positions().find("source")).contains("7");
      Outcome first =
          library.journal().file(List.of(issued(1).withHolders(LI).filing())).join().getFirst();
      assertThat(first).isInstanceOf(Outcome.Duplicate.class);
      assertThat(ReferenceLedger.verifies(DoorContract.receipt(first))).isTrue();
      log(library);
      List<Outcome> more =
          library
              .journal()
              .file(
                  List.of(
                      issued(50).filing(),
                      DoorContract.refused(issued(51), Reason.SIGNATURE_WRONG)))
              .join();
      assertThat(more).extracting(Outcome::word).containsExactly("accepted", "quarantined");
      assertThat(library.outbox().head()).isEqualTo(16);
    }
  }

  @Test
  void what_is_broken_off_again_and_again_goes_on_and_no_hub_opens_it_in_between() {
    fill();
    List<Archive.Row> before = archived(sqlite());
    List<Long> reached = new ArrayList<>();
    boolean moved = false;
    while (!moved) {
      try {
        move.run(
            settings(),
            (done, total) -> {
              if (reached.isEmpty() || done > reached.getLast()) {
                reached.add(done);
                throw new IllegalStateException("pulled out");
              }
            });
        moved = true;
      } catch (IllegalStateException e) {
        assertThatThrownBy(() -> open(FolderedPostgres.kind()))
            .isInstanceOf(Unavailable.class)
            .hasMessageContaining("migrate");
      }
    }
    assertThat(reached).hasSizeGreaterThan(5).isSorted().doesNotHaveDuplicates();
    assertThat(archived(FolderedPostgres.kind())).isEqualTo(before);
    open(FolderedPostgres.kind()).close();
  }

  @Test
  void a_file_that_has_not_moved_keeps_hubs_from_beginning_anew_beside_it() {
    fill();
    assertThatThrownBy(() -> open(FolderedPostgres.kind()))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("./licencehub migrate");
  }

  @Test
  void a_file_that_was_written_to_since_is_not_mixed_with_the_copy() {
    fill();
    breakOff();
    try (Library library = open(sqlite())) {
      library.positions().keep("source", "8");
      library.journal().file(List.of(issued(60).filing())).join();
    }
    assertThatThrownBy(() -> move.run(settings(), (done, total) -> {}))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("begin again in another schema");
  }

  @Test
  void a_copy_that_somebody_changed_is_not_put_to_use() throws SQLException {
    fill();
    breakOff();
    try (Connection connection = PostgresServer.shared().connect();
        Statement statement = connection.createStatement()) {
      String schema = PostgresServer.schema(folder);
      statement.execute("UPDATE " + schema + ".data_key SET proof = 'x'");
    }
    assertThatThrownBy(() -> move.run(settings(), (done, total) -> {}))
        .isInstanceOf(Unavailable.class);
    assertThatThrownBy(() -> open(FolderedPostgres.kind())).isInstanceOf(Unavailable.class);
  }

  @Test
  void a_hub_that_runs_on_the_file_is_in_the_way() {
    fill();
    try (Library library = open(sqlite())) {
      assertThat(library.outbox().head()).isEqualTo(15);
      assertThatThrownBy(() -> move.run(settings(), (done, total) -> {}))
          .isInstanceOf(Unavailable.class)
          .hasMessageContaining("open already");
    }
  }

  private void breakOff() {
    assertThatThrownBy(
            () ->
                move.run(
                    settings(),
                    (done, total) -> {
                      throw new IllegalStateException("pulled out");
                    }))
        .isInstanceOf(IllegalStateException.class);
  }

  /** 16 events, and something in every other table; half of it under second keys. */
  private void fill() {
    try (Library library = open(sqlite())) {
      for (int i = 0; i < 4; i++) {
        file(library, issued(i).withHolders(LI).filing());
      }
      log(library);
      keys.hold(SampleKeys.of(2, 2).data(), SampleKeys.of(2, 2).index());
      for (int i = 4; i < 8; i++) {
        file(library, issued(i).withHolders(LI).filing());
      }
      library.rotation().step(2);
      file(
          library,
          issued(20).withReplaces(identifier(5)).filing(),
          stated(EventType.LICENCE_CHANGED, 1, 2).withHolders(LI).filing(),
          CaseSample.of(Stage.HANDLING, 1).filing(),
          DoorContract.refused(issued(30), Reason.SIGNATURE_WRONG),
          UseSample.of(1).filing("{}"),
          UseSample.of(1).recall(),
          FollowUpsContract.feedback("A", "1"),
          JointSample.opened("C", 1, JointSample.MARKET, JointSample.FIRE));
      UseNumber number = new UseNumber("request", "body");
      Entry.Filing use = UseSample.of(2).filing("{}");
      library.journal().use(List.of(new MeteredUse(use, 9, 9, 1_000, number))).join();
      library.positions().keep("source", "7");
    }
  }

  private static void file(Library library, Entry... entries) {
    library.journal().file(List.of(entries)).join();
  }

  private static void log(Library library) {
    LookupReason reason = new LookupReason("item", "case", "核验", "li.si");
    Access access =
        new Access(0, NOON, "局", "approver", reason, "find", "holder=" + LI.code(), "found");
    library.journal().log(List.of(access)).join();
  }

  private List<Archive.Row> archived(LibraryKind kind) {
    List<Archive.Row> rows = new ArrayList<>();
    try (Archive archive = kind.archive(settings())) {
      for (Part part : Part.values()) {
        rows.addAll(archive.rows(part, List.of(), 1_000));
      }
      return rows;
    }
  }

  private Library open(LibraryKind kind) {
    ReferenceLedger ledger = new ReferenceLedger();
    return kind.open(settings(), ledger, ledger, InstantSource.system());
  }

  private static LibraryKind sqlite() {
    return ServiceLoader.load(LibraryKind.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(it -> it.name().equals("sqlite"))
        .findFirst()
        .orElseThrow();
  }

  private LibrarySettings settings() {
    return new LibrarySettings(
        folder,
        keys,
        Retries.USUAL,
        PostgresServer.settings(PostgresServer.sharedAddress(), folder));
  }
}
