package licencehub.hub.http;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import licencehub.library.FollowUp;
import licencehub.library.FollowUps;
import licencehub.model.Text;

/** Whether somebody lets matters lie that the hub keeps an eye on. */
public final class FollowUpHealth {
  private FollowUpHealth() {}

  /** An item for each kind of matter. */
  public static List<HealthItem> items(FollowUps followUps, LocalDate today) {
    return Arrays.stream(FollowUp.Kind.values())
        .map(it -> item(it, followUps.overdue(it, today)))
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
