package licencehub.routes.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import licencehub.library.Hold;
import licencehub.library.PositionStore;
import licencehub.model.Unavailable;
import org.junit.jupiter.api.Test;

class LeasedPositionTest {
  private final TestLease lease = new TestLease();
  private final Map<String, String> kept = new HashMap<>();
  private final LeasedPosition position = new LeasedPosition(lease, new Fenced(), "news", "0");

  @Test
  void it_is_nobody_elses_business_while_another_hub_follows() {
    assertThat(position.reached()).isEmpty();
    assertThatThrownBy(() -> position.keep("1")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void it_begins_at_the_beginning_and_goes_on_where_it_was() {
    lease.give();
    assertThat(position.reached()).contains("0");
    position.keep("3");
    assertThat(position.reached()).contains("3");
    assertThat(kept).containsEntry("news", "3");
  }

  @Test
  void whoever_takes_over_goes_on_where_the_other_was() {
    lease.give();
    assertThat(position.reached()).contains("0");
    position.keep("3");
    lease.take();
    assertThat(position.reached()).isEmpty();
    kept.put("news", "7");
    lease.give();
    assertThat(position.reached()).contains("7");
  }

  @Test
  void what_was_not_kept_is_read_anew() {
    lease.give();
    assertThat(position.reached()).contains("0");
    lease.take();
    kept.put("news", "7");
    assertThatThrownBy(() -> position.keep("3")).isInstanceOf(Unavailable.class);
    lease.give();
    assertThat(position.reached()).contains("7");
  }

  /** Refuses whoever does not hold the lease. */
  private final class Fenced implements PositionStore {
    @Override
    public Optional<String> find(String name) {
      return Optional.ofNullable(kept.get(name));
    }

    @Override
    public void keep(String name, String text) {
      throw new IllegalStateException("without a lease");
    }

    @Override
    public void keep(Hold hold, String name, String text) {
      if (!lease.stands(hold)) {
        throw new Unavailable("lease", "taken over");
      }
      kept.put(name, text);
    }
  }
}
