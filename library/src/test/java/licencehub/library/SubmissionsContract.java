package licencehub.library;

import static licencehub.library.LicenceSample.NOON;
import static licencehub.library.LicenceSample.SOURCE;
import static licencehub.library.LicenceSample.issued;
import static licencehub.library.LicenceSample.stated;
import static licencehub.model.event.EventType.LICENCE_CHANGED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import licencehub.model.Reason;
import licencehub.model.code.SourceId;
import licencehub.model.submission.SentNumber;
import org.junit.jupiter.api.Test;

/** What every engine tells of what came from a source in a time. */
abstract class SubmissionsContract extends DoorContract {
  private static final Instant LATER = NOON.plusSeconds(3_600);

  private List<SentNumber> received(Instant from, Instant until) {
    return library().submissions().received(SOURCE, from, until, 100);
  }

  private static SentNumber number(LicenceSample sample) {
    return new SentNumber(sample.id(), sample.filing().event().version());
  }

  @Test
  void what_came_in_a_time_is_told_with_its_versions_whatever_became_of_it() {
    LicenceSample standing = stated(LICENCE_CHANGED, 1, 3).withTimes(NOON, NOON);
    LicenceSample superseded =
        stated(LICENCE_CHANGED, 1, 2).withTimes(NOON, LATER.minusNanos(1_000));
    LicenceSample before = issued(2).withTimes(NOON, NOON.minusNanos(1_000));
    LicenceSample after = issued(3).withTimes(NOON, LATER);
    List.of(standing, superseded, before, after).forEach(this::file);
    file(refused(issued(4), Reason.SIGNATURE_WRONG));
    reopen();
    assertThat(received(NOON, LATER))
        .containsExactlyInAnyOrder(number(standing), number(superseded));
    assertThat(library().submissions().received(new SourceId("another"), NOON, LATER, 100))
        .isEmpty();
    assertThat(library().submissions().received(SOURCE, NOON, LATER, 1)).hasSize(1);
  }

  @Test
  void versions_are_told_whenever_they_came() {
    LicenceSample old = issued(1).withTimes(NOON, NOON.minusSeconds(86_400));
    file(old);
    file(refused(issued(2), Reason.SIGNATURE_WRONG));
    assertThat(
            library().submissions().versions(SOURCE, List.of(old.id(), issued(2).id(), "no-such")))
        .isEqualTo(Map.of(old.id(), 1L));
  }
}
