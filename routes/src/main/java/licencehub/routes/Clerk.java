package licencehub.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import licencehub.library.Entry;
import licencehub.library.Journal;
import licencehub.model.Fault;
import licencehub.model.Reason;
import licencehub.model.Text;
import licencehub.model.Unavailable;
import licencehub.routes.trace.Traces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the routes have done to a batch of submissions, as plain functions; knows no Camel. */
public final class Clerk {
  private static final Logger LOG = LoggerFactory.getLogger(Clerk.class);
  private final Journey journey;
  private final Journal journal;
  private final Workers workers;
  private final Traces traces;

  public Clerk(Journey journey, Journal journal, Workers workers) {
    this(journey, journal, workers, Traces.OFF);
  }

  public Clerk(Journey journey, Journal journal, Workers workers, Traces traces) {
    this.traces = traces;
    this.journey = journey;
    this.journal = journal;
    this.workers = workers;
  }

  Submissions recognise(Submissions batch) {
    return each("recognise", batch, journey::recognise);
  }

  Submissions check(Submissions batch) {
    return each("check", batch, journey::check);
  }

  Submissions verify(Submissions batch) {
    return each("verify", batch, journey::verify);
  }

  Submissions authorise(Submissions batch) {
    return each("authorise", batch, journey::authorise);
  }

  /**
   * Writes the batch down, sound and faulty submissions alike, and waits for the disk.
   *
   * @return an outcome for each submission, in order
   * @throws Unavailable when nothing was written
   */
  Outcomes file(Submissions batch) {
    List<Entry> entries = new ArrayList<>(batch.list().size());
    batch.list().forEach(it -> entries.add(it.entry()));
    return traces.step("file", () -> filed(entries));
  }

  private Outcomes filed(List<Entry> entries) {
    traces.filing(
        entries.stream()
            .filter(Entry.Filing.class::isInstance)
            .map(Entry.Filing.class::cast)
            .map(Entry.Filing::event));
    try {
      return new Outcomes(journal.file(entries).join());
    } catch (CompletionException e) {
      if (e.getCause() instanceof Unavailable unavailable) {
        throw unavailable;
      }
      throw e;
    }
  }

  private Submissions each(String name, Submissions batch, UnaryOperator<Submission> step) {
    return traces.step(
        name, () -> new Submissions(workers.map(batch.list(), it -> guarded(it, step))));
  }

  /** One record that makes the hub stumble must not hold up the others, nor be lost. */
  private static Submission guarded(Submission submission, UnaryOperator<Submission> step) {
    try {
      return step.apply(submission);
    } catch (Unavailable e) {
      return submission.faulty(null, List.of(passing(Reason.DEPENDENCY_UNAVAILABLE)));
    } catch (RuntimeException e) {
      LOG.error("{} at {}: {}", submission.rules().id(), submission.record().locator(), trace(e));
      return submission.faulty(null, List.of(passing(Reason.INTERNAL_FAULT)));
    }
  }

  private static Fault passing(Reason reason) {
    return Fault.of(reason, Text.of("枢纽会自动重试", "the hub tries again by itself"));
  }

  /** Where it happened, without the message: that could quote personal data. */
  private static String trace(RuntimeException e) {
    StackTraceElement[] trace = e.getStackTrace();
    return e.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
  }
}
