package licencehub.routes;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import licencehub.library.Quarantine;
import licencehub.library.QuarantineEntry;
import licencehub.model.submission.Outcome;
import licencehub.routes.Replays.Filter;
import licencehub.routes.Replays.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One replay in the background. */
final class ReplayRun implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(ReplayRun.class);
  private static final int PAGE = 100;

  private final long id;
  private final Filter filter;
  private final double perSecond;
  private final Instant startedAt;
  private final Quarantine quarantine;
  private final Function<List<QuarantineEntry>, List<Outcome>> journey;
  private final long total;
  private final LongAdder done = new LongAdder();
  private final Map<String, LongAdder> outcomes = new ConcurrentHashMap<>();
  private volatile boolean running = true;

  ReplayRun(
      long id,
      Filter filter,
      double perSecond,
      Instant startedAt,
      Quarantine quarantine,
      Function<List<QuarantineEntry>, List<Outcome>> journey) {
    if (!(perSecond > 0)) {
      throw new IllegalArgumentException("a replay needs a rate above zero");
    }
    this.id = id;
    this.filter = filter;
    this.perSecond = perSecond;
    this.startedAt = startedAt;
    this.quarantine = quarantine;
    this.journey = journey;
    this.total = count();
  }

  @Override
  public void run() {
    try {
      long after = 0;
      while (running && done.sum() < total) {
        List<QuarantineEntry> page = page(after);
        if (page.isEmpty()) {
          break;
        }
        after = page.getLast().number();
        journey.apply(page).forEach(it -> counter(it.word()).increment());
        done.add(page.size());
        TimeUnit.NANOSECONDS.sleep((long) (TimeUnit.SECONDS.toNanos(page.size()) / perSecond));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("replay {} ended early: {}", id, e.getClass().getName(), e);
    } finally {
      running = false;
    }
  }

  void stop() {
    running = false;
  }

  Progress progress() {
    Map<String, Long> counts = new HashMap<>();
    outcomes.forEach((word, count) -> counts.put(word, count.sum()));
    return new Progress(id, filter, perSecond, total, done.sum(), counts, running, startedAt);
  }

  /** Small pages at low rates, so that a stop is felt within a second. */
  private List<QuarantineEntry> page(long after) {
    long left = Math.min(PAGE, total - done.sum());
    int size = (int) Math.max(1, Math.min(left, (long) perSecond));
    return quarantine.list(filter.source(), filter.reasonCode(), after, size);
  }

  private long count() {
    return quarantine.groups(filter.source()).stream()
        .filter(it -> filter.reasonCode() == null || it.reasonCode().equals(filter.reasonCode()))
        .mapToLong(Quarantine.Group::number)
        .sum();
  }

  private LongAdder counter(String word) {
    return outcomes.computeIfAbsent(word, it -> new LongAdder());
  }
}
