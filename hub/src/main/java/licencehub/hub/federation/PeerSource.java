package licencehub.hub.federation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import licencehub.connectors.Batch;
import licencehub.connectors.BatchSource;
import licencehub.connectors.Positions;
import licencehub.connectors.RawRecord;
import licencehub.federation.Neighbourhood;
import licencehub.federation.Peer;
import licencehub.federation.exchange.Given;
import licencehub.federation.exchange.Origin;
import licencehub.federation.exchange.Portion;
import licencehub.federation.exchange.PortionQuestion;
import licencehub.model.code.SourceId;
import licencehub.model.submission.Outcome;

/**
 * Takes what a peer gives, from where it left off: each step in the envelope the peer signed. A
 * step that was filed and is given again is filed as a duplicate, so that nothing is lost and
 * nothing counts twice. Once a day, while nothing new is there, everything is gone through again by
 * its names alone, and what is missing here is asked for.
 */
public final class PeerSource implements BatchSource {
  private static final String MEDIA_TYPE = "application/vnd.dsse.envelope.v1+json";
  private static final Duration BETWEEN_ROUNDS = Duration.ofDays(1);

  /** Portions in which nothing was for this hub that are read in one go. */
  private static final int EMPTY_PORTIONS = 100;

  private final SourceId id;
  private final Peer peer;
  private final PortionAsking asking;
  private final Positions positions;
  private final Predicate<String> isKnown;
  private final Reconciliations rounds;
  private final InstantSource clock;
  private TakenSoFar taken = TakenSoFar.NOTHING;
  private boolean started;
  private Instant due = Instant.MIN;
  private long compared;
  private long missing;

  /**
   * @param isKnown whether an event of this id was filed or set aside under this source
   * @param rounds where finished reconciliations are noted
   */
  public PeerSource(
      Peer peer,
      Neighbourhood neighbours,
      Positions positions,
      Predicate<String> isKnown,
      Reconciliations rounds,
      InstantSource clock) {
    this.id = SourceId.ofPeer(peer.hub());
    this.peer = peer;
    this.asking = new PortionAsking(peer, neighbours);
    this.positions = positions;
    this.isKnown = isKnown;
    this.rounds = rounds;
    this.clock = clock;
  }

  /** Asks and does not wait: the peer does not say when there is more. */
  @Override
  public synchronized Batch poll(int limit, Duration patience) {
    if (!started) {
      taken = positions.find(id).map(TakenSoFar::parse).orElse(TakenSoFar.NOTHING);
      started = true;
    }
    boolean more = true;
    for (int i = 0; i < EMPTY_PORTIONS && more; i++) {
      Portion portion = asking.ask(new PortionQuestion(taken.reached(), limit, null));
      if (!portion.given().isEmpty()) {
        return batch(portion, taken.reached(portion.next()));
      }
      keep(taken.reached(portion.next()));
      more = portion.more();
    }
    return clock.instant().isBefore(due) ? Batch.empty() : compare(limit);
  }

  /** Goes through one more stretch of what was taken, and asks for what is missing of it. */
  private Batch compare(int limit) {
    if (taken.isCompared()) {
      rounds.note(peer.hub(), new Reconciliations.Round(clock.instant(), compared, missing));
      due = clock.instant().plus(BETWEEN_ROUNDS);
      compared = 0;
      missing = 0;
      keep(taken.compared(-1));
      return Batch.empty();
    }
    long after = taken.compared();
    Portion all = asking.ask(new PortionQuestion(after, limit, Set.of()));
    Set<Long> wanted =
        all.named().stream().filter(it -> !isKnown.test(name(it))).collect(Collectors.toSet());
    compared += all.named().size();
    missing += wanted.size();
    TakenSoFar next = taken.compared(Math.max(all.next(), after + 1));
    if (wanted.isEmpty()) {
      keep(next);
      return Batch.empty();
    }
    return batch(asking.ask(new PortionQuestion(after, limit, wanted)), next);
  }

  @Override
  public synchronized void settle(Batch batch, List<Outcome> outcomes) {
    keep((TakenSoFar) batch.ticket());
  }

  /** Nothing to do: it is asked for again from where the last one that was settled ended. */
  @Override
  public void giveBack(Batch batch) {}

  @Override
  public void close() {}

  private void keep(TakenSoFar next) {
    if (!next.equals(taken)) {
      positions.keep(id, next.toString());
      taken = next;
    }
  }

  private Batch batch(Portion portion, TakenSoFar next) {
    return new Batch(portion.given().stream().map(this::record).toList(), next);
  }

  private RawRecord record(Given given) {
    return new RawRecord(given.envelope(), MEDIA_TYPE, name(given.proof().index()));
  }

  private String name(long place) {
    return new Origin(peer.hub(), place).toString();
  }
}
