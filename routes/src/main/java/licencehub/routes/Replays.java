package licencehub.routes;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import licencehub.library.Quarantine;
import licencehub.library.QuarantineEntry;
import licencehub.model.code.SourceId;
import licencehub.model.submission.Outcome;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;

/**
 * Sends quarantined submissions on their journey again: bounded (what was there at the start), at a
 * rate, stoppable, and idempotent because the journey is.
 */
public final class Replays {
  private final Quarantine quarantine;
  private final DueEntries entries;
  private final ProducerTemplate camel;
  private final InstantSource clock;
  private final AtomicLong numbers = new AtomicLong();
  private final Map<Long, ReplayRun> runs = new ConcurrentHashMap<>();

  public Replays(
      Quarantine quarantine, DueEntries entries, ProducerTemplate camel, InstantSource clock) {
    this.quarantine = quarantine;
    this.entries = entries;
    this.camel = camel;
    this.clock = clock;
  }

  /** Which entries to replay; null means any. */
  public record Filter(@Nullable SourceId source, @Nullable String reasonCode) {}

  /**
   * How a replay stands.
   *
   * @param total entries it set out to replay
   * @param outcomes by outcome word
   */
  public record Progress(
      long id,
      Filter filter,
      double perSecond,
      long total,
      long done,
      Map<String, Long> outcomes,
      boolean running,
      Instant startedAt) {}

  /** Starts a replay in the background, at {@code perSecond} submissions a second at the most. */
  public Progress start(Filter filter, double perSecond) {
    long id = numbers.incrementAndGet();
    ReplayRun run = new ReplayRun(id, filter, perSecond, clock.instant(), quarantine, this::travel);
    runs.put(id, run);
    Thread.ofVirtual().name("replay-" + id).start(run);
    return run.progress();
  }

  public Optional<Progress> find(long id) {
    return Optional.ofNullable(runs.get(id)).map(ReplayRun::progress);
  }

  /** Stops after the submissions now on their way; false when there is no such replay. */
  public boolean stop(long id) {
    ReplayRun run = runs.get(id);
    if (run != null) {
      run.stop();
    }
    return run != null;
  }

  /** Replays one entry and waits; empty when it is not open or its source is not configured. */
  public Optional<Outcome> replayOne(long number) {
    return quarantine
        .find(number)
        .filter(it -> it.settledAs() == null)
        .flatMap(it -> travel(List.of(it)).stream().findFirst());
  }

  private List<Outcome> travel(List<QuarantineEntry> page) {
    Submissions batch = entries.submissions(page);
    if (batch.list().isEmpty()) {
      return List.of();
    }
    Outcomes outcomes = camel.requestBody(FileSubmissions.ENTRANCE, batch, Outcomes.class);
    return Objects.requireNonNull(outcomes, "the journey always ends in outcomes").list();
  }
}
