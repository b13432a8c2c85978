package licencehub.hub;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import licencehub.hub.http.HealthItem;
import licencehub.library.FollowUp;
import licencehub.library.Library;
import licencehub.model.Text;
import licencehub.routes.FollowUpMatters;
import licencehub.routes.followup.Expiries;
import licencehub.routes.followup.FeedbackClosing;
import licencehub.routes.followup.ScanEvents;
import licencehub.routes.followup.ScanReminders;
import licencehub.routes.use.OwnEvents;
import licencehub.sharing.ChinaTime;
import licencehub.sharing.followup.FollowUpPolicy;

/** What keeps an eye on feedback, on scans taken on trust and on licences that end. */
final class FollowUpParts {
  private FollowUpParts() {}

  static FollowUpMatters journey(
      Library library, OwnEvents own, FollowUpPolicy policy, InstantSource clock) {
    return new FollowUpMatters(
        new FeedbackClosing(library, own),
        new ScanReminders(library, policy, new ScanEvents(own), clock),
        new Expiries(library, own, clock));
  }

  /** Whether somebody lets matters lie. */
  static List<HealthItem> health(Library library, InstantSource clock) {
    LocalDate today = ChinaTime.dayOf(clock.instant());
    return Arrays.stream(FollowUp.Kind.values())
        .map(it -> item(it, library.followUps().overdue(it, today)))
        .toList();
  }

  private static HealthItem item(FollowUp.Kind kind, long overdue) {
    String path = kind == FollowUp.Kind.FEEDBACK ? "/api/v1/feedback" : "/api/v1/scans";
    return HealthItem.of(
        "overdue " + kind.wire(),
        false,
        overdue == 0
            ? null
            : Text.of(
                overdue + " 件逾期未办，见 " + path + "?state=overdue",
                overdue + " past their last day; see " + path + "?state=overdue"));
  }
}
