package licencehub.federation.filter;

import static licencehub.federation.filter.Holders.had;
import static licencehub.federation.filter.Holders.hashes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How a hub's filter grows from generation to generation. The change stream has one new holder each
 * event.
 */
class FilterKeeperTest {
  private static final FilterQuestion NOTHING_YET = new FilterQuestion.Since(null, 0);

  @TempDir Path folder = Path.of("");
  @TempDir Path copies = Path.of("");
  private final AtomicInteger keys = new AtomicInteger();

  @Test
  void until_it_has_everything_there_is_none() throws Exception {
    try (FilterKeeper keeper = open()) {
      keeper.grow(99);
      feed(keeper, 50);
      keeper.grow(99);
      assertThat(keeper.live()).isEmpty();
      assertThat(keeper.answer(NOTHING_YET)).isInstanceOf(FilterAnswer.NoneYet.class);
      feed(keeper, 100);
      keeper.grow(99);
      assertThat(had(live(keeper).filter(), 0, 100)).isEqualTo(100);
      assertThat(keeper.answer(NOTHING_YET)).isInstanceOf(FilterAnswer.Whole.class);
    }
  }

  @Test
  void a_filter_that_is_nearly_full_answers_until_a_larger_one_has_everything() throws Exception {
    try (FilterKeeper keeper = open()) {
      settle(keeper, 1_000);
      KeptFilter first = live(keeper);
      feed(keeper, 63_000);
      keeper.grow(62_999);
      assertThat(live(keeper)).isSameAs(first);
      assertThat(keeper.fed()).hasSize(2);
      feed(keeper, 63_100);
      assertThat(had(first.filter(), 0, 63_100)).isEqualTo(63_100);
      keeper.grow(63_099);
      KeptFilter second = live(keeper);
      assertThat(second.generation()).isNotEqualTo(first.generation());
      assertThat(second.filter().header().capacity()).isBetween(72_000L, 75_000L);
      assertThat(had(second.filter(), 0, 63_100)).isEqualTo(63_100);
      assertThat(first.since(new FilterQuestion.Since(first.generation(), 0)))
          .isInstanceOf(FilterAnswer.NoneYet.class);
      assertThat(generations()).isEqualTo(1);
    }
  }

  @Test
  void one_that_turns_out_too_small_while_it_is_made_begins_again_for_what_is_to_be_expected()
      throws Exception {
    try (FilterKeeper keeper = open()) {
      keeper.grow(299_999);
      feed(keeper, 62_000);
      keeper.grow(299_999);
      assertThat(keeper.fed().getFirst().reached()).isEqualTo(OutboxPlace.START);
      assertThat(keeper.fed().getFirst().filter().header().capacity())
          .isBetween(340_000L, 360_000L);
      feed(keeper, 300_000);
      keeper.grow(299_999);
      keeper.grow(299_999);
      assertThat(had(live(keeper).filter(), 0, 300_000)).isEqualTo(300_000);
      assertThat(keeper.fed()).hasSize(1);
    }
  }

  @Test
  void one_that_is_much_too_large_is_made_smaller() throws Exception {
    try (FilterKeeper keeper = open()) {
      keeper.grow(599_999);
      feed(keeper, 62_000);
      keeper.grow(599_999);
      for (KeptFilter it : keeper.fed()) {
        it.add(hashes(it, 0, 100_000)); // and nobody new after that
        it.reach(place(600_000));
      }
      keeper.grow(599_999);
      assertThat(live(keeper).filter().header().capacity()).isGreaterThan(690_000);
      keeper.grow(599_999);
      for (KeptFilter it : keeper.fed()) {
        it.add(hashes(it, 0, 100_000));
        it.reach(place(600_000));
      }
      keeper.grow(599_999);
      keeper.grow(599_999);
      assertThat(keeper.fed()).hasSize(1);
      FilterHeader header = live(keeper).filter().header();
      assertThat(header.bits() / 100_000.0).isBetween(11.0, 12.0);
    }
  }

  @Test
  void both_generations_go_on_after_a_restart() throws Exception {
    FilterGeneration live;
    FilterGeneration next;
    try (FilterKeeper keeper = open()) {
      settle(keeper, 1_000);
      keeper.rotate();
      keeper.fed().getLast().add(hashes(keeper.fed().getLast(), 0, 500));
      keeper.fed().getLast().reach(place(500));
      live = live(keeper).generation();
      next = keeper.fed().getLast().generation();
    }
    try (FilterKeeper keeper = open()) {
      assertThat(keeper.fed()).extracting(KeptFilter::generation).containsExactly(live, next);
      assertThat(keeper.fed().getLast().reached()).isEqualTo(place(500));
      feed(keeper, 1_000);
      keeper.grow(999);
      assertThat(live(keeper).generation()).isEqualTo(next);
      assertThat(had(live(keeper).filter(), 0, 1_000)).isEqualTo(1_000);
    }
  }

  @Test
  void another_key_is_another_generation() throws Exception {
    try (FilterKeeper keeper = open()) {
      settle(keeper, 1_000);
      FilterGeneration first = live(keeper).generation();
      keeper.rotate();
      assertThat(live(keeper).generation()).isEqualTo(first);
      settle(keeper, 1_000);
      assertThat(live(keeper).generation()).isNotEqualTo(first);
    }
  }

  @Test
  void what_is_damaged_is_made_anew() throws Exception {
    FilterGeneration first;
    try (FilterKeeper keeper = open()) {
      settle(keeper, 1_000);
      first = live(keeper).generation();
    }
    Files.write(folder.resolve(first + "/added"), new byte[3]);
    try (FilterKeeper keeper = open()) {
      assertThat(keeper.live()).isEmpty();
      settle(keeper, 1_000);
      assertThat(live(keeper).generation()).isNotEqualTo(first);
      assertThat(generations()).isEqualTo(1);
    }
  }

  @Test
  void what_cannot_be_begun_leaves_nothing_and_is_begun_again() throws Exception {
    try (FilterKeeper keeper = open()) {
      Path place = folder.resolve(Holders.key(1).generation().text());
      Files.createDirectories(place);
      Files.write(place.resolve("filter"), new byte[1]);
      assertThatThrownBy(() -> keeper.grow(9)).isInstanceOf(UncheckedIOException.class);
      assertThat(place).doesNotExist();
      settle(keeper, 10);
      assertThat(had(live(keeper).filter(), 0, 10)).isEqualTo(10);
    }
  }

  /** A peer asks all the while, whatever generation answers and whichever goes. */
  @Test
  void a_peer_that_asks_while_generations_come_and_go_has_the_last_one_in_the_end()
      throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    FilterCopy copy = FilterCopy.open(copies, 1 << 20);
    try (FilterKeeper keeper = open()) {
      CompletableFuture<Integer> asking =
          CompletableFuture.supplyAsync(() -> askUntil(done, copy, keeper));
      for (int holders = 100; holders <= 3_000; holders += 100) {
        keeper.rotate();
        settle(keeper, holders);
      }
      done.set(true);
      assertThat(asking.get(30, TimeUnit.SECONDS)).isPositive();
      assertThat(copy.filter().orElseThrow().sum()).isEqualTo(live(keeper).filter().sum());
      assertThat(had(copy, 0, 3_000)).isEqualTo(3_000);
    }
  }

  /** Tells how many questions it took. */
  private static int askUntil(AtomicBoolean done, FilterCopy copy, FilterKeeper keeper) {
    int asked = 0;
    boolean last;
    do {
      last = done.get();
      boolean more = true;
      while (more) {
        more = !copy.take(keeper.answer(copy.question()), Instant.EPOCH);
        asked++;
      }
    } while (!last);
    return asked;
  }

  @Test
  void what_belongs_to_another_stream_is_forgotten() throws Exception {
    try (FilterKeeper keeper = open()) {
      settle(keeper, 1_000);
      keeper.forget();
      assertThat(keeper.live()).isEmpty();
      assertThat(keeper.fed()).isEmpty();
      settle(keeper, 10);
      assertThat(had(live(keeper).filter(), 10, 1_000)).isZero();
    }
  }

  @Test
  void nobody_else_may_look_into_its_folder() throws Exception {
    open().close();
    assertThat(
            java.nio.file.attribute.PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
  }

  private FilterKeeper open() throws IOException {
    return FilterKeeper.open(folder, () -> Holders.key(keys.incrementAndGet()));
  }

  private static KeptFilter live(FilterKeeper keeper) {
    return keeper.live().orElseThrow();
  }

  /** Until there is nothing left to make. */
  private static void settle(FilterKeeper keeper, int events) {
    for (int i = 0; i < 3; i++) {
      keeper.grow(events - 1);
      feed(keeper, events);
    }
    keeper.grow(events - 1);
  }

  /** Every event up to so many, from where each is. */
  private static void feed(FilterKeeper keeper, int events) {
    for (KeptFilter it : keeper.fed()) {
      it.add(hashes(it, (int) it.reached().sequence() + 1, events));
      it.reach(place(events));
    }
  }

  private static OutboxPlace place(int events) {
    return new OutboxPlace(events - 1, "event");
  }

  private long generations() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isDirectory).count();
    }
  }
}
