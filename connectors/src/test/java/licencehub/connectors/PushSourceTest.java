package licencehub.connectors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import licencehub.connectors.PushSource.Offer;
import licencehub.model.Reason;
import licencehub.model.Unavailable;
import licencehub.model.submission.Outcome;
import org.junit.jupiter.api.Test;

class PushSourceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration NONE = Duration.ZERO;

  private final PushSource source = new PushSource("sz-market-front", 10);

  @Test
  void several_calls_share_a_batch_and_each_learns_its_own_outcomes() {
    CompletableFuture<List<Outcome>> first = taken(call("a", 2));
    CompletableFuture<List<Outcome>> second = taken(call("b", 1));
    Batch batch = source.poll(100, PATIENCE);
    assertThat(batch.records()).hasSize(3);
    Outcome refused = Outcomes.quarantined(Reason.SIGNATURE_WRONG);
    source.settle(batch, List.of(Outcomes.accepted(), refused, Outcomes.accepted()));
    assertThat(first.join()).containsExactly(Outcomes.accepted(), refused);
    assertThat(second.join()).containsExactly(Outcomes.accepted());
  }

  @Test
  void a_call_larger_than_the_limit_is_answered_when_its_last_part_is_settled() {
    CompletableFuture<List<Outcome>> call = taken(call("a", 5));
    settle(source.poll(3, NONE));
    assertThat(call).isNotDone();
    settle(source.poll(3, NONE));
    assertThat(call.join()).hasSize(5);
  }

  @Test
  void a_call_that_does_not_fit_is_refused_whole_until_there_is_room() {
    hold(call("a", 8));
    assertThat(source.offer(call("b", 3))).isEqualTo(new Offer.Full(8, 10));
    settle(source.poll(1, NONE));
    hold(call("b", 3));
  }

  @Test
  void records_being_filed_count_as_held() {
    hold(call("a", 10));
    source.poll(10, NONE);
    assertThat(source.offer(call("b", 1))).isInstanceOf(Offer.Full.class);
  }

  @Test
  void giving_back_fails_the_whole_call_and_makes_room() {
    CompletableFuture<List<Outcome>> call = taken(call("a", 10));
    source.giveBack(source.poll(3, NONE));
    assertThatThrownBy(call::join).hasCauseInstanceOf(Unavailable.class);
    assertThat(source.poll(10, NONE).isEmpty()).isTrue();
    hold(call("b", 10));
  }

  @Test
  void settling_twice_changes_nothing() {
    hold(call("a", 2));
    Batch batch = source.poll(2, NONE);
    settle(batch);
    settle(batch);
    hold(call("b", 10));
  }

  @Test
  void a_call_that_never_fits_is_told_so_however_much_is_held() {
    assertThat(source.offer(call("a", 11))).isEqualTo(new Offer.TooLarge(10));
    hold(call("b", 10));
    assertThat(source.offer(call("a", 11))).isEqualTo(new Offer.TooLarge(10));
    assertThat(source.offer(call("c", 1))).isEqualTo(new Offer.Full(10, 10));
  }

  @Test
  void a_call_without_records_is_answered_at_once() {
    assertThat(taken(List.of()).join()).isEmpty();
  }

  @Test
  void closing_fails_what_has_no_outcome_and_refuses_what_comes_later() {
    CompletableFuture<List<Outcome>> call = taken(call("a", 1));
    source.close();
    assertThatThrownBy(call::join).hasCauseInstanceOf(Unavailable.class);
    assertThatThrownBy(() -> source.offer(call("b", 1))).isInstanceOf(Unavailable.class);
  }

  @Test
  void many_callers_and_pollers_lose_and_mix_nothing() {
    PushSource shared = new PushSource("sz-market-front", 1000);
    AtomicBoolean ended = new AtomicBoolean();
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 3; i++) {
        pool.execute(() -> settleUntil(shared, ended));
      }
      List<CompletableFuture<Void>> callers = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        String caller = "c" + i;
        callers.add(CompletableFuture.runAsync(() -> callOften(shared, caller), pool));
      }
      CompletableFuture.allOf(callers.toArray(CompletableFuture[]::new)).join();
      ended.set(true);
    }
  }

  /** Files each record as a quarantine entry whose reason path is the record's own text. */
  private static void settleUntil(PushSource shared, AtomicBoolean ended) {
    while (!ended.get()) {
      Batch batch = shared.poll(7, Duration.ofMillis(20));
      shared.settle(batch, batch.records().stream().map(PushSourceTest::echo).toList());
    }
  }

  private static void callOften(PushSource shared, String caller) {
    for (int i = 0; i < 20; i++) {
      List<RawRecord> call = call(caller + "-" + i, 5);
      Offer.Taken taken = (Offer.Taken) shared.offer(call);
      assertThat(taken.outcomes().join())
          .isEqualTo(call.stream().map(PushSourceTest::echo).toList());
    }
  }

  private static Outcome echo(RawRecord record) {
    return new Outcome.Quarantined(Outcomes.text(record).hashCode(), List.of());
  }

  private void settle(Batch batch) {
    source.settle(batch, Outcomes.accepted(batch));
  }

  private void hold(List<RawRecord> call) {
    assertThat(source.offer(call)).isInstanceOf(Offer.Taken.class);
  }

  private CompletableFuture<List<Outcome>> taken(List<RawRecord> call) {
    return ((Offer.Taken) source.offer(call)).outcomes();
  }

  private static List<RawRecord> call(String name, int size) {
    return IntStream.range(0, size)
        .mapToObj(i -> new RawRecord((name + i).getBytes(UTF_8), "application/json", name))
        .toList();
  }
}
