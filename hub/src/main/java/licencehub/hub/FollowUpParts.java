package licencehub.hub;

import java.time.InstantSource;
import licencehub.library.Leases;
import licencehub.library.Library;
import licencehub.routes.FollowUpMatters;
import licencehub.routes.followup.Expiries;
import licencehub.routes.followup.FeedbackClosing;
import licencehub.routes.followup.ScanEvents;
import licencehub.routes.followup.ScanReminders;
import licencehub.routes.use.OwnEvents;
import licencehub.sharing.followup.FollowUpPolicy;

/** What keeps an eye on feedback, on scans taken on trust and on licences that end. */
final class FollowUpParts {
  private FollowUpParts() {}

  static FollowUpMatters journey(
      Library library, OwnEvents own, FollowUpPolicy policy, InstantSource clock) {
    Leases leases = library.leases();
    return new FollowUpMatters(
        new FeedbackClosing(library, own, leases.join("feedback")),
        new ScanReminders(library, policy, new ScanEvents(own), clock, leases.join("reminders")),
        new Expiries(library, own, clock, leases.join("expiries")));
  }
}
