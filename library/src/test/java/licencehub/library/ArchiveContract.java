package licencehub.library;

import static licencehub.library.LicenceSample.identifier;
import static licencehub.library.LicenceSample.issued;
import static licencehub.library.LicenceSample.stated;
import static licencehub.model.event.EventType.LICENCE_CHANGED;
import static licencehub.model.event.EventType.LICENCE_REVOKED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import licencehub.library.Archive.Filed;
import licencehub.library.Archive.Part;
import licencehub.library.Archive.Row;
import licencehub.model.Unavailable;
import licencehub.model.event.Stage;
import org.junit.jupiter.api.Test;

/** What every engine promises to whoever reads it as a whole. */
abstract class ArchiveContract extends DoorContract {
  @Test
  void it_has_every_event_with_its_document_and_the_bytes_received() {
    Entry.Filing first = issued(1).filing();
    Entry.Filing second = CaseSample.of(Stage.HANDLING, 1).filing();
    file(first, first, second);
    try (Archive archive = kind().archive(settings())) {
      List<Filed> events = archive.events(0, 10);
      assertThat(events).extracting(Filed::sequence).containsExactly(0L, 1L);
      assertThat(events.get(0).document()).isEqualTo(first.document());
      assertThat(events.get(0).original()).isEqualTo(first.original().bytes());
      assertThat(events.get(1).id()).isEqualTo(second.event().id());
      assertThat(archive.events(1, 10)).extracting(Filed::sequence).containsExactly(1L);
      assertThat(archive.latest()).isEqualTo(library().ledger().latest());
    }
  }

  @Test
  void it_shows_one_moment_while_others_write() {
    file(issued(1).filing());
    try (Archive archive = kind().archive(settings())) {
      file(issued(2).filing());
      assertThat(archive.events(0, 10)).hasSize(1);
      assertThat(archive.rows(Part.LICENCES, List.of(), 10)).hasSize(1);
      assertThat(archive.latest().orElseThrow().size()).isEqualTo(1);
    }
  }

  @Test
  void pages_of_any_size_add_up_to_the_same() {
    fill();
    try (Archive archive = kind().archive(settings())) {
      for (Part part : Part.values()) {
        List<Row> whole = archive.rows(part, List.of(), 100);
        assertThat(whole).as(part.name()).isNotEmpty();
        List<Row> paged = new ArrayList<>();
        List<Row> page;
        do {
          page = archive.rows(part, paged.isEmpty() ? List.of() : paged.getLast().key(), 1);
          paged.addAll(page);
        } while (!page.isEmpty());
        assertThat(paged).as(part.name()).isEqualTo(whole);
      }
    }
  }

  @Test
  void the_same_events_in_the_same_order_make_the_same_rows() {
    fill();
    Map<Part, List<Row>> first = everything();
    reopenIn("another");
    fill();
    assertThat(everything()).isEqualTo(first);
  }

  @Test
  void where_there_is_no_library_it_says_so() {
    reopenIn("gone");
    LibrarySettings nowhere =
        new LibrarySettings(folder.resolve("nowhere"), settings().keys(), settings().retries());
    assertThatThrownBy(() -> kind().archive(nowhere)).isInstanceOf(Unavailable.class);
  }

  private void fill() {
    for (int i = 0; i < 12; i++) {
      file(issued(i).filing());
    }
    file(stated(LICENCE_REVOKED, 3, 4).filing());
    file(stated(LICENCE_CHANGED, 4, 2).filing());
    file(issued(20).withReplaces(identifier(5)).filing());
    file(CaseSample.of(Stage.HANDLING, 1).filing(), CaseSample.of(Stage.HANDLING, 2).filing());
    file(UseSample.of(1).filing("{}"), UseSample.of(2).filing("{}"));
    file(UseSample.of(1).recall(), UseSample.of(2).recall());
    file(FollowUpsContract.feedback("A", "1"), FollowUpsContract.feedback("B", "2"));
    file(JointSample.opened("C", 1, JointSample.MARKET, JointSample.FIRE));
    file(JointSample.opened("D", 1, JointSample.MARKET, JointSample.FIRE));
  }

  private Map<Part, List<Row>> everything() {
    Map<Part, List<Row>> all = new TreeMap<>();
    try (Archive archive = kind().archive(settings())) {
      for (Part part : Part.values()) {
        all.put(part, archive.rows(part, List.of(), 100));
      }
    }
    return all;
  }
}
