package licencehub.hub;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import licencehub.hub.http.HealthItem;
import licencehub.model.Text;
import licencehub.routes.SourceState;
import licencehub.routes.SourceState.Phase;
import licencehub.routes.Sources;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every source: can it be read, does it still say anything.
 *
 * @param silence how long one may be silent before it is flagged
 */
record SourceHealth(Sources sources, Duration silence, InstantSource clock) {
  List<HealthItem> items() {
    return sources.states().stream().map(this::source).toList();
  }

  private HealthItem source(SourceState state) {
    String name = "source " + state.source();
    SourceState.Trouble trouble = state.trouble();
    if (state.phase() == Phase.WAITING && trouble != null) {
      return HealthItem.troubled(name, false, words(trouble));
    }
    if (state.phase() == Phase.STANDBY) {
      return elsewhere(name, state.node());
    }
    Instant last = state.lastReceived();
    boolean silent = last != null && last.plus(silence).isBefore(clock.instant());
    return HealthItem.of(
        name,
        false,
        silent ? Text.of("自 " + last + " 起没有数据", "nothing has come since " + last) : null);
  }

  private static HealthItem elsewhere(String name, @Nullable String node) {
    return node == null
        ? HealthItem.troubled(name, false, Text.of("此刻没有节点采集", "no hub reads it at this moment"))
        : new HealthItem(
            name, false, HealthItem.Status.UP, Text.of("由 " + node + " 采集", "read by " + node));
  }

  private static Text words(SourceState.Trouble trouble) {
    Instant since = trouble.since().truncatedTo(ChronoUnit.SECONDS);
    Instant next = trouble.nextAttempt().truncatedTo(ChronoUnit.SECONDS);
    return Text.of(
        "自 " + since + " 起读不到，下次尝试 " + next + "：" + trouble.cause(),
        "cannot be read since " + since + ", next attempt " + next + ": " + trouble.cause());
  }
}
