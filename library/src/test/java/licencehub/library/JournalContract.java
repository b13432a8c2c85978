package licencehub.library;

import static licencehub.library.LicenceSample.identifier;
import static licencehub.library.LicenceSample.issued;
import static licencehub.library.LicenceSample.stated;
import static licencehub.model.event.EventType.LICENCE_CHANGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import licencehub.library.Entry.Filing;
import licencehub.model.Fault;
import licencehub.model.Reason;
import licencehub.model.Unavailable;
import licencehub.model.submission.Outcome;
import org.junit.jupiter.api.Test;

/** What every engine promises of writing. */
abstract class JournalContract extends DoorContract {
  private final MoodySealer sealer = new MoodySealer();

  @Override
  MoodySealer sealer() {
    return sealer;
  }

  @Test
  void a_repeat_gets_the_first_receipt() {
    Outcome first = file(issued(1));
    file(issued(2).filing(), issued(3).filing());
    reopen();
    assertThat(file(issued(1))).isEqualTo(new Outcome.Duplicate(receipt(first)));
    assertThat(library().licences().history(identifier(1))).hasSize(1);
  }

  @Test
  void a_repeat_of_what_was_superseded_gets_its_first_receipt_too() {
    file(stated(LICENCE_CHANGED, 1, 2));
    Outcome first = file(issued(1).withId("late"));
    file(stated(LICENCE_CHANGED, 1, 3));
    assertThat(file(issued(1).withId("late"))).isEqualTo(new Outcome.Duplicate(receipt(first)));
  }

  @Test
  void copies_in_one_group_count_once() {
    Filing filing = issued(1).filing();
    List<Outcome> outcomes = file(filing, filing, issued(2).filing(), filing);
    Outcome.Duplicate repeat = new Outcome.Duplicate(receipt(outcomes.getFirst()));
    assertThat(outcomes.getFirst()).isInstanceOf(Outcome.Accepted.class);
    assertThat(outcomes.get(1)).isEqualTo(repeat);
    assertThat(outcomes.get(3)).isEqualTo(repeat);
    assertThat(library().outbox().head()).isEqualTo(1);
  }

  @Test
  void everything_that_was_filed_is_given_back_with_its_first_receipt() {
    Filing filing = issued(1).filing();
    Outcome first = file(filing).getFirst();
    file(issued(2));
    reopen();
    KeptSubmission kept =
        library().submissions().kept(filing.source(), filing.event().id()).orElseThrow();
    assertThat(kept.original()).isEqualTo(filing.original().bytes());
    assertThat(kept.event().document()).isEqualTo(filing.document());
    assertThat(kept.mediaType()).isEqualTo(filing.original().mediaType());
    assertThat(kept.receipt()).isEqualTo(receipt(first));
    assertThat(library().submissions().kept(filing.source(), "no-such")).isEmpty();
  }

  @Test
  void a_used_number_with_other_content_is_set_aside() {
    file(issued(1));
    Outcome.Quarantined reused = quarantined(file(issued(1).withRemark("另一份内容")));
    assertThat(reused.faults()).extracting(Fault::reason).containsExactly(Reason.ID_REUSED);
    assertThat(library().quarantine().find(reused.number())).isPresent();
    assertThat(library().licences().history(identifier(1))).hasSize(1);
  }

  @Test
  void outcomes_come_in_the_order_of_the_entries() {
    List<Outcome> outcomes =
        file(
            stated(LICENCE_CHANGED, 1, 2).filing(),
            refused(issued(2), Reason.SIGNATURE_WRONG),
            issued(1).filing(),
            issued(3).filing());
    assertThat(outcomes)
        .extracting(Outcome::word)
        .containsExactly("accepted", "quarantined", "superseded", "accepted");
  }

  @Test
  void nothing_to_file_is_answered_at_once() {
    assertThat(library().journal().file(List.of())).isCompletedWithValue(List.of());
  }

  @Test
  void a_submission_counts_once_when_many_send_it_at_once() throws Exception {
    Callable<Outcome> sending = () -> file(issued(1));
    try (ExecutorService senders = Executors.newFixedThreadPool(16)) {
      List<Future<Outcome>> outcomes =
          senders.invokeAll(IntStream.range(0, 64).mapToObj(i -> sending).toList());
      assertThat(outcomes)
          .extracting(it -> it.get().word())
          .containsOnlyOnce("accepted")
          .containsOnly("accepted", "duplicate");
      assertThat(outcomes)
          .extracting(it -> receipt(it.get()))
          .containsOnly(receipt(file(issued(1))));
    }
  }

  @Test
  void one_that_cannot_be_written_is_set_aside_and_fails_nobody_else() {
    List<Outcome> outcomes =
        file(
            issued(1).filing(),
            issued(2).filing(),
            issued(3).withId(MoodySealer.STUMBLES).filing(),
            issued(4).filing());
    assertThat(outcomes)
        .extracting(Outcome::word)
        .containsExactly("accepted", "accepted", "quarantined", "accepted");
    Outcome.Quarantined failed = quarantined(outcomes.get(2));
    assertThat(failed.faults()).extracting(Fault::reason).containsExactly(Reason.INTERNAL_FAULT);
    assertThat(library().quarantine().find(failed.number()).orElseThrow().nextAttempt())
        .isNotNull();
    assertThat(library().outbox().after(-1, 9))
        .extracting(HistoryEntry::sequence)
        .containsExactly(0L, 1L, 2L);
  }

  @Test
  void what_fails_as_a_whole_leaves_nothing_behind() {
    CompletableFuture<List<Outcome>> failed =
        library()
            .journal()
            .file(
                List.of(issued(1).filing(), issued(2).withId(MoodySealer.LACKS_ITS_KEY).filing()));
    assertThatThrownBy(failed::join)
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(Unavailable.class);
    assertThat(library().outbox().head()).isEqualTo(-1);
    assertThat(library().licences().find(identifier(1))).isEmpty();
    assertThat(file(issued(1))).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void a_caller_may_file_again_when_its_future_completes() {
    CompletableFuture<Outcome> chained =
        library().journal().file(List.of(issued(1).filing())).thenApply(first -> file(issued(2)));
    assertThat(chained.join()).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void when_too_much_waits_callers_are_told_to_come_again() {
    sealer.hold();
    List<CompletableFuture<List<Outcome>>> futures = new ArrayList<>();
    List<Entry> many = Collections.nCopies(500, issued(1).filing());
    do {
      futures.add(library().journal().file(many));
    } while (!futures.getLast().isCompletedExceptionally());
    assertThatThrownBy(futures.removeLast()::join).hasCauseInstanceOf(Unavailable.class);
    assertThat(library().journal().waiting()).isEqualTo(futures.size() * many.size());
    sealer.letGo();
    CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new)).join();
    assertThat(library().journal().waiting()).isZero();
    assertThat(library().outbox().head()).isZero();
  }

  @Test
  void closing_writes_what_waits_and_takes_nothing_more() {
    sealer.hold();
    List<CompletableFuture<List<Outcome>>> futures =
        IntStream.range(0, 10)
            .mapToObj(i -> library().journal().file(List.of(issued(i).filing())))
            .toList();
    Journal journal = library().journal();
    CompletableFuture<Void> closing = CompletableFuture.runAsync(this::close);
    sealer.letGo();
    closing.join();
    assertThat(futures).allSatisfy(it -> assertThat(it).isCompleted());
    assertThatThrownBy(journal.file(List.of(issued(11).filing()))::join)
        .hasCauseInstanceOf(Unavailable.class);
    open();
    assertThat(library().outbox().head()).isEqualTo(9);
  }
}
