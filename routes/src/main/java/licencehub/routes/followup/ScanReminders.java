package licencehub.routes.followup;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import licencehub.library.FollowUp;
import licencehub.library.FollowUpQuery;
import licencehub.library.FollowUpQuery.Which;
import licencehub.library.Lease;
import licencehub.library.Library;
import licencehub.sharing.ChinaTime;
import licencehub.sharing.followup.FollowUpPolicy;

/**
 * Says of scans taken on trust that their last day is near, and that it has passed; of each day
 * once, however often it looks.
 */
public final class ScanReminders {
  private static final int PAGE = 200;

  private final Library library;
  private final OwnJournal journal;
  private final FollowUpPolicy policy;
  private final ScanEvents events;
  private final InstantSource clock;
  private final Lease lease;

  /**
   * @param lease whose holder reminds
   */
  public ScanReminders(
      Library library, FollowUpPolicy policy, ScanEvents events, InstantSource clock, Lease lease) {
    this.library = library;
    this.journal = new OwnJournal(library);
    this.policy = policy;
    this.events = events;
    this.clock = clock;
    this.lease = lease;
  }

  /**
   * Tells what is to be told today, if it is this hub's to do; one caller at a time.
   *
   * @throws licencehub.model.Unavailable when the library does not answer or write now: nothing is
   *     lost by it
   */
  public void follow() {
    if (lease.hold().isEmpty()) {
      return;
    }
    LocalDate today = ChinaTime.dayOf(clock.instant());
    tell(Which.OVERDUE_UNTOLD, today, true);
    tell(Which.NEAR_UNTOLD, today.plusDays(policy.remindDays()), false);
  }

  private void tell(Which which, LocalDate day, boolean overdue) {
    List<FollowUp> page;
    do {
      page = library.followUps().list(FollowUpQuery.of(FollowUp.Kind.SCAN, which, day, PAGE));
      page.forEach(it -> journal.file(events.reminded(it, overdue)));
    } while (page.size() == PAGE);
  }
}
