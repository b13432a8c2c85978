package licencehub.routes;

import licencehub.routes.followup.Expiries;
import licencehub.routes.followup.FeedbackClosing;
import licencehub.routes.followup.ScanReminders;
import org.apache.camel.builder.RouteBuilder;

/**
 * Feedback is closed by what it asked for, scans on trust are reminded of, and licences that end
 * are said to have ended.
 */
public final class FollowUpMatters extends RouteBuilder {
  private final FeedbackClosing closing;
  private final ScanReminders reminders;
  private final Expiries expiries;

  public FollowUpMatters(FeedbackClosing closing, ScanReminders reminders, Expiries expiries) {
    this.closing = closing;
    this.reminders = reminders;
    this.expiries = expiries;
  }

  @Override
  public void configure() {
    // spotless:off
    from("timer:close-feedback?period={{follow-ups.look-every}}").routeId("close-feedback")
      .routeConfigurationId(AskAgainLater.ID)
        .process(exchange -> closing.follow()).id("close");
    from("timer:remind-scans?period={{follow-ups.look-every}}").routeId("remind-scans")
      .routeConfigurationId(AskAgainLater.ID)
        .process(exchange -> reminders.follow()).id("remind");
    from("timer:expire-licences?period={{follow-ups.look-every}}").routeId("expire-licences")
      .routeConfigurationId(AskAgainLater.ID)
        .process(exchange -> expiries.follow()).id("expire");
    // spotless:on
  }
}
