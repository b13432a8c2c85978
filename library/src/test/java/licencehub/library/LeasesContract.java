package licencehub.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import licencehub.model.Unavailable;
import org.junit.jupiter.api.Test;

/** What every engine promises of what one hub does at a time, to a hub that is alone. */
abstract class LeasesContract extends DoorContract {
  private static final Duration SOON = Duration.ofSeconds(20);

  @Test
  void a_hub_that_is_alone_is_soon_the_one() {
    try (Lease lease = library().leases().join("source/a")) {
      assertThat(lease.await(SOON)).isTrue();
      Hold hold = lease.hold().orElseThrow();
      assertThat(hold.lease()).isEqualTo("source/a");
      assertThat(lease.stands(hold)).isTrue();
      assertThat(lease.holder()).contains(library().leases().node());
      assertThat(library().leases().nodes()).containsExactly(library().leases().node());
      assertThat(library().leases().trouble()).isNull();
    }
  }

  @Test
  void it_takes_part_once() {
    try (Lease lease = library().leases().join("source/a")) {
      assertThatThrownBy(() -> library().leases().join("source/a"))
          .isInstanceOf(IllegalStateException.class);
      assertThat(lease.await(SOON)).isTrue();
    }
  }

  @Test
  void what_is_given_up_is_held_no_more_and_got_again_as_something_later() {
    Lease first = library().leases().join("source/a");
    assertThat(first.await(SOON)).isTrue();
    Hold before = first.hold().orElseThrow();
    first.close();
    assertThat(first.hold()).isEmpty();
    assertThat(first.stands(before)).isFalse();
    assertThat(first.await(Duration.ZERO)).isFalse();
    try (Lease again = library().leases().join("source/a")) {
      assertThat(again.await(SOON)).isTrue();
      assertThat(again.hold().orElseThrow().epoch()).isGreaterThan(before.epoch());
      assertThat(again.stands(before)).isFalse();
    }
  }

  @Test
  void a_position_is_kept_by_who_holds_and_by_nobody_who_held_before() {
    Lease first = library().leases().join("source/a");
    assertThat(first.await(SOON)).isTrue();
    Hold before = first.hold().orElseThrow();
    library().positions().keep(before, "source/a", "7");
    first.close();
    try (Lease again = library().leases().join("source/a")) {
      assertThat(again.await(SOON)).isTrue();
      library().positions().keep(again.hold().orElseThrow(), "source/a", "8");
      assertThatThrownBy(() -> library().positions().keep(before, "source/a", "5"))
          .isInstanceOf(Unavailable.class)
          .hasMessageContaining("Another hub has taken over");
      assertThat(library().positions().find("source/a")).contains("8");
    }
  }

  @Test
  void each_name_is_a_lease_of_its_own() {
    try (Lease a = library().leases().join("source/a");
        Lease b = library().leases().join("source/b")) {
      assertThat(a.await(SOON)).isTrue();
      assertThat(b.await(SOON)).isTrue();
      a.close();
      assertThat(b.hold()).isPresent();
    }
  }
}
