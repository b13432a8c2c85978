package licencehub.hub;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import licencehub.federation.filter.HolderFilter;
import licencehub.hub.federation.FilterState;
import licencehub.hub.federation.HolderFollower;
import licencehub.hub.http.HealthItem;
import licencehub.hub.http.HealthItem.Status;
import licencehub.model.Text;

/** What is told of the filter of this hub's holders. */
final class FilterParts {
  private static final String NAME = "holder filter";

  private FilterParts() {}

  /**
   * Peers ask this hub for every holder when they have no filter of it, so it is never critical.
   */
  static HealthItem health(FilterState state) {
    FilterState.Trouble trouble = state.trouble();
    if (trouble != null) {
      String since = trouble.since() + ", " + state.behind();
      return HealthItem.troubled(
          NAME,
          false,
          Text.of(
              trouble.cause() + "（自 " + since + " 条待处理）",
              trouble.cause() + " (since " + since + " events wait)"));
    }
    return new HealthItem(
        NAME,
        false,
        Status.UP,
        state.answering()
            ? Text.of("正常，" + state.behind() + " 条待处理", "fine, " + state.behind() + " events wait")
            : Text.of(
                "首次生成中，还有 " + state.behind() + " 条；其间对等枢纽每次都会来问",
                "being made for the first time, "
                    + state.behind()
                    + " events to go; peers ask for every holder meanwhile"));
  }

  static void measure(HolderFollower follower, MeterRegistry registry) {
    Gauge.builder("licencehub.filter.behind", follower, it -> it.state().behind())
        .description("Events filed whose holders are not in the filter for peers")
        .register(registry);
    Gauge.builder("licencehub.filter.holders", follower, FilterParts::holders)
        .description("Holders in the filter for peers, reckoned from its bits")
        .register(registry);
    Gauge.builder("licencehub.filter.false.positives", follower, FilterParts::falsePositives)
        .description("Share of other holders the filter does not rule out")
        .register(registry);
  }

  private static double holders(HolderFollower follower) {
    return follower.filter().map(HolderFilter::holders).orElse(0L);
  }

  private static double falsePositives(HolderFollower follower) {
    return follower.filter().map(HolderFilter::falsePositives).orElse(0.0);
  }
}
