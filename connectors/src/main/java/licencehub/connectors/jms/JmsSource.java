package licencehub.connectors.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import licencehub.connectors.Batch;
import licencehub.connectors.BatchSource;
import licencehub.connectors.OutcomeJson;
import licencehub.connectors.RawRecord;
import licencehub.connectors.SourceConfig;
import licencehub.connectors.intake.Fuse;
import licencehub.model.Unavailable;
import licencehub.model.submission.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Reads a queue in batches, each one transaction of the broker: the messages and the answers to
 * them are committed together, after their outcomes are on disk here.
 */
final class JmsSource implements BatchSource {
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final SourceConfig config;
  private final JmsSettings settings;
  private final Fuse fuse;
  private final CountDownLatch closed = new CountDownLatch(1);
  private @Nullable Line line;
  private Duration rest = Duration.ZERO;
  private Duration nextRest;

  /** A message and how many of the batch's records it became. */
  private record Taken(Message message, int records) {}

  /** What was taken, and on which line: messages of a broken line come again by themselves. */
  private record Ticket(Line line, List<Taken> messages) {}

  JmsSource(SourceConfig config, JmsSettings settings) {
    this.config = config;
    this.settings = settings;
    this.fuse = new Fuse(config.id().text());
    this.nextRest = settings.redeliveryDelay();
  }

  @Override
  public Batch poll(int limit, Duration patience) {
    return rested(patience) ? fuse.call(() -> receive(limit, patience)) : Batch.empty();
  }

  @Override
  public void settle(Batch batch, List<Outcome> outcomes) {
    if (!(batch.ticket() instanceof Ticket ticket)) {
      return;
    }
    attempt(
        () -> {
          int next = 0;
          for (Taken taken : ticket.messages()) {
            List<Outcome> own = outcomes.subList(next, next + taken.records());
            next += taken.records();
            ticket.line().answer(taken.message(), () -> OutcomeJson.bytes(config.id(), own));
          }
          ticket.line().commit();
          return batch;
        });
    nextRest = settings.redeliveryDelay();
  }

  /** The broker delivers the batch again; it is left alone for a while first. */
  @Override
  public void giveBack(Batch batch) {
    if (batch.ticket() instanceof Ticket ticket) {
      rest = nextRest;
      nextRest = min(nextRest.multipliedBy(2), LONGEST);
      attempt(
          () -> {
            ticket.line().rollback();
            return batch;
          });
    }
  }

  @Override
  public void close() {
    closed.countDown();
    hangUp();
  }

  /** A message is never torn apart, so one that holds many records may exceed the limit. */
  private Batch receive(int limit, Duration patience) {
    return attempt(
        () -> {
          Line open = line();
          List<RawRecord> records = new ArrayList<>();
          List<Taken> taken = new ArrayList<>();
          Message message = open.receive(true, patience);
          while (message != null) {
            List<RawRecord> parts = parts(message, taken.size() + 1);
            records.addAll(parts);
            taken.add(new Taken(message, parts.size()));
            message = records.size() < limit ? open.receive(false, patience) : null;
          }
          return taken.isEmpty() ? Batch.empty() : new Batch(records, new Ticket(open, taken));
        });
  }

  /** At least one: a message without any record in it gets an outcome too. */
  private List<RawRecord> parts(Message message, int number) throws JMSException {
    RawRecord piece = Piece.of(message, settings.queue(), number, settings.messageLimit());
    List<RawRecord> parts = config.dialect().split(piece);
    return RawRecord.traced(parts.isEmpty() ? List.of(piece) : parts, Piece.trace(message));
  }

  private Line line() throws JMSException {
    if (line == null) {
      line = new Line(new Broker(config, settings).connect(), settings.queue());
    }
    return line;
  }

  /** Whether the wait after a batch given back is over; it ends early when the source closes. */
  private boolean rested(Duration patience) {
    if (rest.isZero()) {
      return true;
    }
    Duration now = min(rest, patience);
    try {
      if (closed.await(now.toNanos(), TimeUnit.NANOSECONDS)) {
        return false;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    rest = rest.minus(now);
    return rest.isZero();
  }

  private void hangUp() {
    Line open = line;
    line = null;
    if (open != null) {
      open.close();
    }
  }

  private <T> T attempt(Talk<T> talk) {
    try {
      return talk.run();
    } catch (JMSException e) {
      hangUp();
      throw new Unavailable(config.id().text(), String.valueOf(e.getMessage()), e);
    }
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private interface Talk<T> {
    T run() throws JMSException;
  }
}
