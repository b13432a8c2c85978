package licencehub.connectors.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import licencehub.connectors.Batch;
import licencehub.connectors.RawRecord;
import licencehub.model.submission.Outcome;

/**
 * Records read from a source, waiting to be polled, with the piece (file, page, message) each came
 * from. Hands them out in order and counts them back in. Not safe for several threads by itself.
 *
 * @param <P> the piece a record came from
 */
public final class Intake<P> {
  private final Deque<Held<P>> waiting = new ArrayDeque<>();
  private final Set<Ticket<P>> out = new HashSet<>();

  /** A record and where it came from. */
  public record Held<P>(P piece, RawRecord record) {}

  /** A record whose outcome is on disk. */
  public record Settled<P>(P piece, RawRecord record, Outcome outcome) {}

  private static final class Ticket<P> {
    private final List<Held<P>> held;

    Ticket(List<Held<P>> held) {
      this.held = held;
    }
  }

  public void add(P piece, RawRecord record) {
    waiting.addLast(new Held<>(piece, record));
  }

  /** Records that could be taken now. */
  public int waiting() {
    return waiting.size();
  }

  /** Up to {@code limit} records in the order they were added. */
  public Batch take(int limit) {
    if (waiting.isEmpty()) {
      return Batch.empty();
    }
    List<Held<P>> held = new ArrayList<>();
    while (held.size() < limit && !waiting.isEmpty()) {
      held.add(waiting.removeFirst());
    }
    Ticket<P> ticket = new Ticket<>(List.copyOf(held));
    out.add(ticket);
    return new Batch(held.stream().map(Held::record).toList(), ticket);
  }

  /** Pairs a batch with its outcomes; empty when the batch is no longer out. */
  public List<Settled<P>> settle(Batch batch, List<Outcome> outcomes) {
    if (outcomes.size() != batch.records().size()) {
      throw new IllegalArgumentException(
          outcomes.size() + " outcomes for " + batch.records().size() + " records");
    }
    List<Held<P>> held = takeBack(batch);
    List<Settled<P>> settled = new ArrayList<>();
    for (int i = 0; i < held.size(); i++) {
      settled.add(new Settled<>(held.get(i).piece(), held.get(i).record(), outcomes.get(i)));
    }
    return settled;
  }

  /** Puts a batch back in front of all that waits. */
  public void giveBack(Batch batch) {
    takeBack(batch).reversed().forEach(waiting::addFirst);
  }

  /** Forgets the records of some pieces, waiting or out: somebody else reads them now. */
  public void forget(Predicate<P> pieces) {
    waiting.removeIf(it -> pieces.test(it.piece()));
    out.removeIf(ticket -> ticket.held.stream().allMatch(it -> pieces.test(it.piece())));
  }

  @SuppressWarnings("unchecked") // the set holds only tickets of this intake
  private List<Held<P>> takeBack(Batch batch) {
    return out.remove(batch.ticket()) ? ((Ticket<P>) batch.ticket()).held : List.of();
  }
}
