package licencehub.hub.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import licencehub.library.FollowUp;
import licencehub.library.FollowUps;
import licencehub.sharing.ChinaTime;

/** Tells how many matters are open past their last day. */
final class FollowUpMeters {
  private FollowUpMeters() {}

  static void bind(FollowUps followUps, InstantSource clock, MeterRegistry registry) {
    for (FollowUp.Kind kind : FollowUp.Kind.values()) {
      Gauge.builder(
              "licencehub.followups.overdue",
              () -> followUps.overdue(kind, ChinaTime.dayOf(clock.instant())))
          .description("Feedback and scans on trust open past their last day")
          .tags("kind", kind.wire())
          .register(registry);
    }
  }
}
