package licencehub.routes;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import licencehub.model.submission.Outcome;
import licencehub.routes.SourceState.Phase;
import licencehub.routes.SourceState.Trouble;
import org.jspecify.annotations.Nullable;

/** The running account of one source; written by its readers, read by whoever asks. */
final class SourceRecord {
  private final Source source;
  private final Map<String, LongAdder> outcomes = new ConcurrentHashMap<>();
  private final AtomicReference<Moment> moment =
      new AtomicReference<>(new Moment(Phase.STARTING, null, null, null));

  private record Moment(
      Phase phase,
      @Nullable Instant lastReceived,
      @Nullable Instant lastTrouble,
      @Nullable Trouble trouble) {}

  SourceRecord(Source source) {
    this.source = source;
  }

  Source source() {
    return source;
  }

  SourceRecord continuing(SourceRecord old) {
    old.outcomes.forEach((word, count) -> counter(word).add(count.sum()));
    return this;
  }

  void settled(List<Outcome> batch, Instant at) {
    batch.forEach(it -> counter(it.word()).increment());
    moment.updateAndGet(it -> new Moment(Phase.RUNNING, at, it.lastTrouble, null));
  }

  void quiet() {
    moment.updateAndGet(it -> new Moment(Phase.RUNNING, it.lastReceived, it.lastTrouble, null));
  }

  /** Notes a failure; the first of several in a row says since when. */
  void troubled(String cause, Instant at, Duration pause) {
    moment.updateAndGet(
        it -> {
          Instant since = it.trouble == null ? at : it.trouble.since();
          Trouble trouble = new Trouble(cause, since, at.plus(pause));
          return new Moment(Phase.WAITING, it.lastReceived, at, trouble);
        });
  }

  void stopped() {
    moment.updateAndGet(
        it -> new Moment(Phase.STOPPED, it.lastReceived, it.lastTrouble, it.trouble));
  }

  SourceState state() {
    Map<String, Long> counts = new HashMap<>();
    outcomes.forEach((word, count) -> counts.put(word, count.sum()));
    Moment now = moment.get();
    return new SourceState(
        source.id(),
        source.rules().config().department(),
        source.connector(),
        source.dialect(),
        source.isElsewhere() ? Phase.STANDBY : now.phase,
        source.node().orElse(null),
        counts,
        now.lastReceived,
        now.lastTrouble,
        now.trouble);
  }

  private LongAdder counter(String word) {
    return outcomes.computeIfAbsent(word, it -> new LongAdder());
  }
}
