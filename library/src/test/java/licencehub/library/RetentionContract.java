package licencehub.library;

import static licencehub.library.LicenceSample.NOON;
import static licencehub.library.LicenceSample.issued;
import static licencehub.library.Retention.Kind.ACCESSES;
import static licencehub.library.Retention.Kind.SETTLED_QUARANTINE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import licencehub.library.Access.LookupReason;
import licencehub.model.Reason;
import licencehub.model.submission.Outcome;
import org.junit.jupiter.api.Test;

/** What every engine promises of what is kept for a time only. */
abstract class RetentionContract extends DoorContract {
  private static final Instant LATER = NOON.plus(Duration.ofDays(400));

  @Test
  void old_accesses_go_a_few_at_a_time_and_newer_ones_stay() {
    library()
        .journal()
        .log(IntStream.range(0, 10).mapToObj(RetentionContract::access).toList())
        .join();
    Instant before = NOON.plus(Duration.ofDays(7));
    assertThat(library().retention().remove(ACCESSES, before, 4)).isEqualTo(4);
    assertThat(library().retention().remove(ACCESSES, before, 4)).isEqualTo(3);
    assertThat(library().retention().remove(ACCESSES, before, 4)).isZero();
    reopen();
    assertThat(library().accesses().list("", Long.MAX_VALUE, 20))
        .extracting(Access::subject)
        .containsExactly("subject-9", "subject-8", "subject-7");
  }

  @Test
  void settled_entries_of_the_quarantine_go_and_open_ones_stay() {
    long settled = refuse(1);
    long open = refuse(2);
    Outcome filed = file(issued(1).asReplayOf(settled));
    assertThat(library().retention().remove(SETTLED_QUARANTINE, NOON, 10)).isZero();
    assertThat(library().retention().remove(SETTLED_QUARANTINE, LATER, 10)).isEqualTo(1);
    assertThat(library().quarantine().find(settled)).isEmpty();
    assertThat(library().quarantine().find(open)).isPresent();
    assertThat(library().submissions().find(LicenceSample.SOURCE, issued(1).id())).contains(filed);
  }

  @Test
  void the_ledger_and_what_it_speaks_for_stay() {
    Outcome filed = file(issued(1));
    for (Retention.Kind it : Retention.Kind.values()) {
      assertThat(library().retention().remove(it, LATER, 10)).isZero();
    }
    assertThat(library().submissions().find(LicenceSample.SOURCE, issued(1).id())).contains(filed);
    assertThat(library().licences().find(LicenceSample.identifier(1))).isPresent();
  }

  private long refuse(int serial) {
    return quarantined(file(refused(issued(serial), Reason.SIGNER_UNKNOWN)).getFirst()).number();
  }

  private static Access access(int day) {
    LookupReason reason = new LookupReason("000117002000", "C-1", "核验", "zhang.san");
    Instant at = NOON.plus(Duration.ofDays(day));
    return new Access(0, at, "caller", "approver", reason, "search", "subject-" + day, "found");
  }
}
