package licencehub.library;

import static licencehub.library.LicenceSample.NOON;
import static licencehub.library.LicenceSample.identifier;
import static licencehub.library.LicenceSample.issued;
import static licencehub.library.LicenceSample.stated;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import licencehub.library.Entry.Filing;
import licencehub.library.UseOutcome.Exhausted;
import licencehub.library.UseOutcome.Overtaken;
import licencehub.library.UseOutcome.Recorded;
import licencehub.library.UseOutcome.Unwritten;
import licencehub.library.UseRequests.Asked;
import licencehub.library.Uses.Tally;
import licencehub.model.event.Event;
import licencehub.model.event.EventType;
import licencehub.model.ledger.Receipt;
import licencehub.model.submission.Outcome;
import org.junit.jupiter.api.Test;

/** What every engine promises of uses. */
abstract class UsesContract extends DoorContract {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
  private static final LocalDate TOMORROW = TODAY.plusDays(1);
  private final MoodySealer sealer = new MoodySealer();

  @Override
  MoodySealer sealer() {
    return sealer;
  }

  @Test
  void a_use_is_an_entry_of_the_ledger_and_of_the_feed_and_is_found_by_its_code() {
    file(issued(1));
    Receipt receipt = receipt(use(UseSample.of(1)));
    assertThat(receipt.index()).isEqualTo(1);
    assertThat(receipt.entry().type()).isEqualTo(EventType.USE_AUTHORISED);
    reopen();
    HistoryEntry found = library().uses().find(UseSample.of(1).code()).orElseThrow();
    assertThat(found.sequence()).isEqualTo(1);
    assertThat(found.subject()).isEqualTo(UseSample.of(1).code().text());
    assertThat(library().outbox().after(0, 9))
        .extracting(HistoryEntry::id)
        .containsExactly(found.id());
    assertThat(library().ledger().entry(1)).contains(receipt.entry());
    assertThat(library().uses().find(UseSample.of(2).code())).isEmpty();
  }

  @Test
  void a_grant_is_used_up_for_the_day_and_for_good() {
    UseSample few = UseSample.of(1).quota(2, 3);
    assertThat(use(few)).isInstanceOf(Recorded.class);
    assertThat(use(again(few, 2))).isInstanceOf(Recorded.class);
    assertThat(use(again(few, 3))).isInstanceOf(Exhausted.class);
    assertThat(use(again(few, 4).under("another"))).isInstanceOf(Recorded.class);
    assertThat(library().uses().tally(few.grant(), TODAY)).isEqualTo(new Tally(2, 2));
    UseSample later = again(few, 5).at(NOON.plus(Duration.ofDays(1)));
    assertThat(use(later)).isInstanceOf(Recorded.class);
    assertThat(use(again(later, 6))).isInstanceOf(Exhausted.class);
    assertThat(library().uses().tally(few.grant(), TOMORROW)).isEqualTo(new Tally(1, 3));
    assertThat(library().uses().find(again(few, 3).code())).isEmpty();
    assertThat(library().outbox().head()).isEqualTo(3);
  }

  @Test
  void a_day_ends_at_midnight_in_china() {
    UseSample evening =
        UseSample.of(1).quota(1, 9).at(NOON.plus(Duration.ofHours(12)).minusNanos(1));
    assertThat(use(evening)).isInstanceOf(Recorded.class);
    assertThat(use(again(evening, 2))).isInstanceOf(Exhausted.class);
    assertThat(use(again(evening, 3).at(NOON.plus(Duration.ofHours(12)))))
        .isInstanceOf(Recorded.class);
  }

  @Test
  void a_quota_is_never_exceeded_however_many_ask_at_once() throws Exception {
    int quota = 7;
    try (ExecutorService callers = Executors.newFixedThreadPool(32)) {
      List<Future<UseOutcome>> outcomes =
          IntStream.range(0, 200)
              .mapToObj(i -> callers.submit(() -> use(UseSample.of(i).quota(quota, 1000))))
              .toList();
      List<UseOutcome> got = new ArrayList<>();
      for (Future<UseOutcome> it : outcomes) {
        got.add(it.get());
      }
      assertThat(got).filteredOn(Recorded.class::isInstance).hasSize(quota);
      assertThat(got).filteredOn(Exhausted.class::isInstance).hasSize(got.size() - quota);
    }
    assertThat(library().uses().tally("market-food", TODAY)).isEqualTo(new Tally(quota, quota));
    assertThat(library().outbox().head()).isEqualTo(quota - 1);
  }

  @Test
  void uses_of_one_call_count_against_each_other() {
    List<UseOutcome> outcomes =
        use(
            UseSample.of(1).quota(1, 9).decidedAt(-1),
            UseSample.of(2).quota(1, 9).decidedAt(-1),
            UseSample.of(3).under("another").decidedAt(-1));
    assertThat(outcomes.get(0)).isInstanceOf(Recorded.class);
    assertThat(outcomes.get(1)).isInstanceOf(Exhausted.class);
    assertThat(outcomes.get(2)).isInstanceOf(Recorded.class);
  }

  @Test
  void news_of_the_licence_that_was_not_known_overtakes_a_use() {
    file(issued(1));
    file(stated(EventType.LICENCE_REVOKED, 1, 2));
    file(issued(2));
    assertThat(use(UseSample.of(1).decidedAt(0)).getFirst()).isInstanceOf(Overtaken.class);
    assertThat(use(UseSample.of(1).decidedAt(1)).getFirst()).isInstanceOf(Recorded.class);
    file(issued(3).withReplaces(identifier(2)));
    UseSample replaced = UseSample.of(2).of(identifier(2));
    assertThat(use(replaced.decidedAt(3)).getFirst()).isInstanceOf(Overtaken.class);
    assertThat(use(replaced.decidedAt(4)).getFirst()).isInstanceOf(Recorded.class);
    assertThat(library().uses().tally("market-food", TODAY)).isEqualTo(new Tally(2, 2));
  }

  @Test
  void a_repeat_counts_once_and_gets_the_first_receipt() {
    UseSample only = UseSample.of(1).quota(1, 1);
    Receipt first = receipt(use(only));
    file(issued(1));
    assertThat(receipt(use(only))).isEqualTo(first);
    assertThat(library().uses().tally(only.grant(), TODAY)).isEqualTo(new Tally(1, 1));
  }

  @Test
  void a_code_that_was_used_for_another_use_is_not_used_again() {
    use(UseSample.of(1));
    MeteredUse other = new MeteredUse(UseSample.of(1).filing("{\"a\":1}"), 9, 9, -1);
    assertThat(use(other).getFirst()).isInstanceOf(Unwritten.class);
    assertThat(library().quarantine().groups(null)).isEmpty();
  }

  @Test
  void one_that_cannot_be_written_is_not_recorded_and_fails_nobody_else() {
    List<UseOutcome> outcomes =
        use(
            UseSample.of(1).decidedAt(-1),
            new MeteredUse(stumbling(UseSample.of(2).filing("{}")), 9, 9, -1),
            UseSample.of(3).decidedAt(-1));
    assertThat(outcomes.get(0)).isInstanceOf(Recorded.class);
    assertThat(outcomes.get(1)).isInstanceOf(Unwritten.class);
    assertThat(outcomes.get(2)).isInstanceOf(Recorded.class);
    assertThat(library().uses().tally("market-food", TODAY)).isEqualTo(new Tally(2, 2));
    assertThat(library().quarantine().groups(null)).isEmpty();
  }

  @Test
  void uses_that_relied_on_a_licence_are_listed_in_order_and_in_pages() {
    file(issued(1));
    IntStream.range(1, 6).forEach(i -> use(UseSample.of(i)));
    use(UseSample.of(9).of(identifier(2)));
    assertThat(reliedOn(-1, Long.MAX_VALUE, 9)).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(reliedOn(2, 5, 9)).containsExactly(3L, 4L);
    assertThat(reliedOn(-1, 9, 2)).containsExactly(1L, 2L);
  }

  @Test
  void news_of_licences_that_were_used_before_is_found_and_no_other() {
    file(issued(1));
    file(issued(2));
    use(UseSample.of(1));
    file(stated(EventType.LICENCE_REVOKED, 1, 3));
    file(stated(EventType.LICENCE_SUSPENDED, 1, 2));
    file(stated(EventType.LICENCE_REVOKED, 2, 2));
    file(stated(EventType.LICENCE_CHANGED, 1, 4));
    assertThat(news(-1, 99, 9)).containsExactly(3L, 6L);
    assertThat(news(3, 99, 9)).containsExactly(6L);
    assertThat(news(-1, 5, 9)).containsExactly(3L);
    assertThat(news(-1, 99, 1)).containsExactly(3L);
  }

  @Test
  void what_answers_a_numbered_request_is_found_again_and_written_once() {
    UseNumber number = new UseNumber("number", "body");
    assertThat(library().useRequests().find("number")).isEmpty();
    use(numbered(UseSample.of(1), number), numbered(UseSample.of(2).of(identifier(2)), number));
    reopen();
    assertThat(library().useRequests().find("number"))
        .contains(
            new Asked(
                "body",
                Map.of(
                    identifier(1), UseSample.of(1).code(), identifier(2), UseSample.of(2).code())));
    assertThat(use(numbered(UseSample.of(3), number)).getFirst()).isInstanceOf(Overtaken.class);
    UseSample third = UseSample.of(3).of(identifier(3));
    assertThat(use(numbered(third, new UseNumber("number", "other"))).getFirst())
        .isInstanceOf(Overtaken.class);
    assertThat(library().uses().tally("market-food", TODAY)).isEqualTo(new Tally(2, 2));
    assertThat(use(numbered(third, number)).getFirst()).isInstanceOf(Recorded.class);
  }

  private static MeteredUse numbered(UseSample sample, UseNumber number) {
    return new MeteredUse(
        sample.filing("{}"), sample.perDay(), sample.inAll(), Long.MAX_VALUE, number);
  }

  @Test
  void a_recall_is_filed_once() {
    use(UseSample.of(1));
    Outcome first = file(UseSample.of(1).recall()).getFirst();
    assertThat(file(UseSample.of(1).recall()).getFirst())
        .isEqualTo(new Outcome.Duplicate(receipt(first)));
    reopen();
    assertThat(library().uses().recalled(Set.of(UseSample.of(1).code(), UseSample.of(2).code())))
        .containsExactly(UseSample.of(1).code());
    assertThat(library().uses().reliedOn(identifier(1), -1, Long.MAX_VALUE, 9)).hasSize(1);
  }

  private List<Long> reliedOn(long after, long before, int limit) {
    return sequences(library().uses().reliedOn(identifier(1), after, before, limit));
  }

  private List<Long> news(long after, long upTo, int limit) {
    return sequences(library().uses().newsOfUsed(after, upTo, limit));
  }

  private static List<Long> sequences(List<HistoryEntry> events) {
    return events.stream().map(HistoryEntry::sequence).toList();
  }

  private static UseSample again(UseSample like, int serial) {
    return new UseSample(
        serial, like.licence(), like.grant(), like.at(), like.perDay(), like.inAll());
  }

  private static Filing stumbling(Filing it) {
    Event event = it.event();
    return new Filing(
        new Event(
            event.source(),
            MoodySealer.STUMBLES,
            event.type(),
            event.subject(),
            event.time(),
            event.version(),
            event.statement()),
        it.original(),
        it.document(),
        null,
        null);
  }

  private UseOutcome use(UseSample sample) {
    return use(sample.decidedAt(Long.MAX_VALUE)).getFirst();
  }

  private List<UseOutcome> use(MeteredUse... uses) {
    return library().journal().use(List.of(uses)).orTimeout(30, TimeUnit.SECONDS).join();
  }

  private static Receipt receipt(UseOutcome outcome) {
    assertThat(outcome).isInstanceOf(Recorded.class);
    return ((Recorded) outcome).receipt();
  }
}
