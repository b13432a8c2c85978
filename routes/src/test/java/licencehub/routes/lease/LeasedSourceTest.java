package licencehub.routes.lease;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import licencehub.connectors.Batch;
import licencehub.connectors.BatchSource;
import licencehub.connectors.RawRecord;
import licencehub.library.Hold;
import licencehub.model.submission.Outcome;
import org.junit.jupiter.api.Test;

class LeasedSourceTest {
  private final List<String> done = new ArrayList<>();
  private final TestLease lease = new TestLease();
  private final LeasedSource source = new LeasedSource("test", lease, Numbered::new);
  private Runnable whilePolling = () -> {};

  @Test
  void another_hubs_source_is_neither_opened_nor_read() {
    assertThat(poll().isEmpty()).isTrue();
    assertThat(source.isElsewhere()).isTrue();
    assertThat(done).isEmpty();
  }

  @Test
  void whoever_holds_it_reads_and_settles() {
    lease.give();
    Batch batch = poll();
    source.settle(batch, List.of());
    assertThat(source.isElsewhere()).isFalse();
    assertThat(source.node()).contains("here");
    assertThat(done).containsExactly("open 1", "poll 1", "settle 1");
  }

  @Test
  void who_was_replaced_settles_nothing() {
    lease.give();
    Batch batch = poll();
    lease.take();
    source.settle(batch, List.of());
    assertThat(poll().isEmpty()).isTrue();
    assertThat(done).containsExactly("open 1", "poll 1", "close 1");
  }

  @Test
  void who_was_replaced_and_has_it_again_settles_nothing_from_before_and_begins_anew() {
    lease.give();
    Batch before = poll();
    lease.take();
    lease.give();
    source.settle(before, List.of());
    Batch now = poll();
    source.giveBack(before);
    source.giveBack(now);
    assertThat(done)
        .containsExactly("open 1", "poll 1", "close 1", "open 2", "poll 2", "give back 2");
  }

  @Test
  void what_is_read_while_another_takes_over_is_not_handed_on() {
    lease.give();
    whilePolling = lease::take;
    assertThat(poll().isEmpty()).isTrue();
  }

  @Test
  void who_is_to_leave_it_settles_what_it_has_and_reads_no_more() {
    lease.give();
    Batch batch = poll();
    lease.leave();
    source.settle(batch, List.of());
    assertThat(poll().isEmpty()).isTrue();
    assertThat(done).containsExactly("open 1", "poll 1", "settle 1", "close 1");
  }

  @Test
  void closing_gives_the_lease_up() {
    lease.give();
    poll();
    source.close();
    assertThat(lease.closed).isTrue();
    assertThat(poll().isEmpty()).isTrue();
    assertThat(done).containsExactly("open 1", "poll 1", "close 1");
  }

  private Batch poll() {
    return source.poll(1, Duration.ZERO);
  }

  /** Notes what is done to it, with the epoch it was opened in. */
  private final class Numbered implements BatchSource {
    private final long epoch;

    Numbered(Hold hold) {
      this.epoch = hold.epoch();
      done.add("open " + epoch);
    }

    @Override
    public Batch poll(int limit, Duration patience) {
      done.add("poll " + epoch);
      whilePolling.run();
      return new Batch(List.of(new RawRecord("{}".getBytes(UTF_8), "text/plain", "here")), this);
    }

    @Override
    public void settle(Batch batch, List<Outcome> outcomes) {
      assertThat(batch.ticket()).isSameAs(this);
      done.add("settle " + epoch);
    }

    @Override
    public void giveBack(Batch batch) {
      done.add("give back " + epoch);
    }

    @Override
    public void close() {
      done.add("close " + epoch);
    }
  }
}
