package licencehub.routes;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import licencehub.connectors.Batch;
import licencehub.library.Journal;
import licencehub.model.Unavailable;
import licencehub.model.submission.Outcome;
import licencehub.routes.trace.Span;
import licencehub.routes.trace.Traces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Reads one source: poll, send on the journey, settle. A failing source pauses and is asked again;
 * a crowded journal makes every source wait for its turn.
 */
final class SourceReader {
  private static final Logger LOG = LoggerFactory.getLogger(SourceReader.class);
  private static final int CROWDED = 4_000;
  private static final Duration TURN = Duration.ofMillis(5);

  /** Sends a batch on its journey. */
  interface Road {
    List<Outcome> travel(Submissions batch) throws Exception;
  }

  private final SourceRecord account;
  private final Source source;
  private final Journal journal;
  private final InstantSource clock;
  private final Traces traces;
  private final Road road;
  private final RateLimit rate;

  SourceReader(
      SourceRecord account, Journal journal, InstantSource clock, Traces traces, Road road) {
    this.traces = traces;
    this.account = account;
    this.source = account.source();
    this.journal = journal;
    this.clock = clock;
    this.road = road;
    this.rate = new RateLimit(source.pace().ratePerSecond());
  }

  int readers() {
    return source.pace().readers();
  }

  /** Reads until told to stop or interrupted. */
  void readWhile(BooleanSupplier allowed) {
    int failures = 0;
    try (MDC.MDCCloseable line = MDC.putCloseable("source", source.id().text())) {
      while (allowed.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
        if (journal.waiting() > CROWDED) {
          Thread.sleep(TURN);
        } else if (readOnce(source.pace().pauseAfter(failures))) {
          failures = 0;
        } else {
          Thread.sleep(source.pace().pauseAfter(failures++));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      account.stopped();
    }
  }

  /**
   * One batch from poll to settlement; false after a failure.
   *
   * @param pause how long to wait if it fails
   */
  private boolean readOnce(Duration pause) throws InterruptedException {
    try {
      long began = System.nanoTime();
      Batch batch = source.reader().poll(source.pace().batch(), source.pace().every());
      if (batch.isEmpty()) {
        account.quiet();
        rest(System.nanoTime() - began);
        return true;
      }
      rate.take(batch.records().size());
      traced(batch);
      return true;
    } catch (InterruptedException e) {
      throw e;
    } catch (Unavailable e) {
      trouble(String.valueOf(e.getMessage()), longer(pause, e.rest()));
      return false;
    } catch (Exception e) {
      LOG.error("{}: {}", source.id(), e.getClass().getName(), e);
      trouble(e.getClass().getSimpleName(), pause);
      return false;
    }
  }

  private void traced(Batch batch) throws Exception {
    try (Span span = traces.batch(source.id(), batch.records())) {
      span.with("licencehub.connector", source.connector());
      try {
        carry(batch);
      } catch (Exception e) {
        span.failed(e);
        throw e;
      }
    }
  }

  private void carry(Batch batch) throws Exception {
    List<Outcome> outcomes;
    try {
      outcomes =
          road.travel(Submissions.received(source.rules(), batch.records(), clock.instant()));
    } catch (Exception e) {
      source.reader().giveBack(batch);
      throw e;
    }
    source.reader().settle(batch, outcomes);
    account.settled(outcomes, clock.instant());
  }

  /** A quiet source is asked once per period, however quickly it answers. */
  private void rest(long nanosUsed) throws InterruptedException {
    Duration left = source.pace().every().minusNanos(nanosUsed);
    if (left.isPositive()) {
      Thread.sleep(left);
    }
  }

  private void trouble(String words, Duration pause) {
    LOG.warn("{} waits: {}", source.id(), words);
    account.troubled(words, clock.instant(), pause);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
