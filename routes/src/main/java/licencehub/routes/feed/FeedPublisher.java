package licencehub.routes.feed;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import licencehub.connectors.FeedPosition;
import licencehub.connectors.FeedSink;
import licencehub.library.HistoryEntry;
import licencehub.library.Hold;
import licencehub.library.Lease;
import licencehub.library.Outbox;
import licencehub.model.Unavailable;
import licencehub.routes.feed.FeedState.Phase;
import licencehub.routes.trace.Traces;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes filed events to the topics of the feed, in the order they were filed. How far it has come
 * stands in the topics themselves, so that after any crash nothing is lost and nothing seen twice.
 * Of several hubs with one feed one publishes, the holder of the lease where they share a library;
 * the others stand by.
 */
public final class FeedPublisher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FeedPublisher.class);
  private static final Duration NEWS = Duration.ofSeconds(1);

  /** How often one that stands by looks before it steps in. */
  private static final int LOOKS = 3;

  private final Outbox outbox;
  private final OutboxPages pages;
  private final FeedSink sink;
  private final FeedPlan plan;
  private final Lease lease;
  private final Traces traces;
  private final FeedPauses pauses;
  private final AtomicLong messages = new AtomicLong();
  private FeedPosition position = FeedPosition.NONE;
  private int sent;
  private Duration moved = Duration.ZERO;
  private @Nullable Hold hold;
  private boolean closed;
  private volatile Phase phase = Phase.STARTING;
  private volatile long reached = FeedPosition.NONE.sequence();

  public FeedPublisher(
      Outbox outbox,
      FeedSink sink,
      FeedPlan plan,
      InstantSource clock,
      Lease lease,
      Traces traces) {
    this.traces = traces;
    this.outbox = outbox;
    this.pages = new OutboxPages(outbox);
    this.sink = sink;
    this.plan = plan;
    this.pauses = new FeedPauses(clock);
    this.lease = lease;
  }

  public FeedState state() {
    return new FeedState(phase, reached, outbox.head(), messages.get(), pauses.trouble());
  }

  /** Publishes one piece of what was filed since, waiting a moment for it; never throws. */
  public synchronized void follow() {
    look();
    Duration now = pauses.age();
    if (closed || pauses.isOn(now)) {
      return;
    }
    try {
      switch (phase) {
        case STARTING -> start(now);
        case ACTIVE -> publish(now);
        case STANDBY -> watch(now);
      }
      pauses.well();
    } catch (Unavailable e) {
      troubled(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.error("the feed stops at {}", position.sequence(), e);
      troubled(e.getClass().getSimpleName() + " at " + (position.sequence() + 1));
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    sink.close();
  }

  /** Whoever has just got the lease begins at once, and whoever has it no more stands by. */
  private void look() {
    Hold now = lease.hold().orElse(null);
    if (now != null && !now.equals(hold)) {
      phase = Phase.STARTING;
      pauses.end();
    } else if (now == null && phase != Phase.STANDBY) {
      standBy(pauses.age());
    }
    hold = now;
  }

  private void start(Duration now) {
    pages.recognise(sink.reached());
    if (!sink.takeOver()) {
      standBy(now);
      return;
    }
    FeedPosition kept = sink.reached();
    pages.recognise(kept);
    phase = Phase.ACTIVE;
    reach(kept, now);
    if (plan.fromEnd() && kept.equals(FeedPosition.NONE)) {
      commit(pages.end(), now);
    }
    LOG.info("the feed goes on after {}", position.sequence());
  }

  private void publish(Duration now) {
    if (!outbox.await(position.sequence(), NEWS)) {
      lookWhileQuiet(now);
      return;
    }
    sent = 0;
    commit(pages.next(position, this::send), now);
  }

  private void commit(FeedPosition end, Duration now) {
    if (sink.commit(end)) {
      messages.addAndGet(sent);
      reach(end, now);
    } else {
      standBy(now);
    }
  }

  private void send(HistoryEntry event) {
    for (FeedTopic topic : plan.topics()) {
      if (topic.events().contains(event.type())) {
        topic
            .view()
            .of(event)
            .ifPresent(
                it -> {
                  String trace =
                      traces.published(event.source(), event.id(), topic.name(), event.sequence());
                  sink.send(new FeedMessages(plan.largest()).of(topic, event, it, trace));
                  sent++;
                });
      }
    }
  }

  /** Nobody notices a server that is gone while there is nothing to send. */
  private void lookWhileQuiet(Duration now) {
    if (now.compareTo(moved.plus(plan.patience())) < 0) {
      return;
    }
    if (sink.reached().equals(position)) {
      moved = now;
    } else {
      standBy(now);
    }
  }

  /** Steps in when the position has not moved for some time although there is something to do. */
  private void watch(Duration now) {
    FeedPosition kept = sink.reached();
    boolean stands = kept.equals(position) && kept.sequence() < outbox.head();
    if (stands && hold != null && now.compareTo(moved.plus(plan.patience())) > 0) {
      phase = Phase.STARTING;
    } else if (!stands) {
      reach(kept, now);
    }
    pauses.until(now.plus(plan.patience().dividedBy(LOOKS)));
  }

  private void standBy(Duration now) {
    LOG.warn("another hub publishes this feed; this one stands by");
    phase = Phase.STANDBY;
    moved = now;
  }

  private void reach(FeedPosition end, Duration now) {
    position = end;
    reached = end.sequence();
    moved = now;
  }

  private void troubled(String cause) {
    LOG.warn("the feed waits: {}", cause);
    pauses.troubled(cause);
    phase = phase == Phase.STANDBY ? phase : Phase.STARTING;
  }
}
