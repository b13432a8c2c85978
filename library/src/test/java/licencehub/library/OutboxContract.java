package licencehub.library;

import static licencehub.library.LicenceSample.identifier;
import static licencehub.library.LicenceSample.issued;
import static licencehub.library.LicenceSample.stated;
import static licencehub.model.event.EventType.LICENCE_CHANGED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import licencehub.model.Reason;
import licencehub.model.event.Stage;
import org.junit.jupiter.api.Test;

/** What every engine promises of the change stream. */
abstract class OutboxContract extends DoorContract {
  @Test
  void it_starts_empty() {
    assertThat(library().outbox().head()).isEqualTo(-1);
    assertThat(library().outbox().after(-1, 10)).isEmpty();
    assertThat(library().outbox().await(-1, Duration.ofMillis(1))).isFalse();
  }

  @Test
  void it_tells_everything_filed_in_order_without_gaps() {
    file(stated(LICENCE_CHANGED, 1, 2).filing(), refused(issued(9), Reason.SIGNATURE_WRONG));
    file(issued(1).filing(), issued(1).filing(), CaseSample.of(Stage.HANDLING, 1).filing());
    reopen();
    List<HistoryEntry> events = library().outbox().after(-1, 10);
    assertThat(events).extracting(HistoryEntry::sequence).containsExactly(0L, 1L, 2L);
    assertThat(events)
        .extracting(HistoryEntry::subject)
        .containsExactly(
            identifier(1).toString(), identifier(1).toString(), CaseSample.CASE.text());
    assertThat(library().outbox().head()).isEqualTo(2);
  }

  @Test
  void it_goes_on_behind_a_position() {
    for (int i = 0; i < 5; i++) {
      file(issued(i));
    }
    assertThat(sequences(1, 2)).containsExactly(2L, 3L);
    assertThat(sequences(3, 10)).containsExactly(4L);
    assertThat(sequences(4, 10)).isEmpty();
  }

  @Test
  void a_place_in_the_stream_is_the_place_in_the_ledger() {
    fileEach(LongStream.range(0, 5).mapToObj(i -> issued((int) i).filing()).toList());
    for (HistoryEntry it : library().outbox().after(-1, 10)) {
      assertThat(library().ledger().entry(it.sequence()).orElseThrow().id()).isEqualTo(it.id());
    }
  }

  @Test
  void whoever_waits_is_told_as_soon_as_something_is_filed() {
    CompletableFuture<Boolean> waiting =
        CompletableFuture.supplyAsync(() -> library().outbox().await(-1, Duration.ofSeconds(30)));
    file(issued(1));
    assertThat(waiting.join()).isTrue();
    assertThat(library().outbox().await(-1, Duration.ZERO)).isTrue();
    assertThat(library().outbox().await(0, Duration.ofMillis(1))).isFalse();
  }

  @Test
  void whoever_waits_is_sent_home_when_the_library_closes() {
    CompletableFuture<Boolean> waiting =
        CompletableFuture.supplyAsync(() -> library().outbox().await(-1, Duration.ofSeconds(30)));
    close();
    assertThat(waiting.join()).isFalse();
    open();
  }

  private List<Long> sequences(long position, int limit) {
    return library().outbox().after(position, limit).stream().map(HistoryEntry::sequence).toList();
  }
}
