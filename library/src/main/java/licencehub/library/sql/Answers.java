package licencehub.library.sql;

import java.util.List;
import java.util.Objects;
import licencehub.library.UseOutcome;
import licencehub.model.ledger.Receipt;
import licencehub.model.ledger.Seal;
import licencehub.model.submission.Outcome;

/** Turns what the writer decided into outcomes, off the writing thread. */
final class Answers {
  private final Receipts receipts;

  Answers(Receipts receipts) {
    this.receipts = receipts;
  }

  /** Completes the task's future; what it wanted written is on disk. */
  void complete(Task task, Committed committed, List<Decision> decisions) {
    try {
      switch (task) {
        case Task.File it ->
            it.future().complete(decisions.stream().map(each -> outcome(each, committed)).toList());
        case Task.Use it ->
            it.future().complete(decisions.stream().map(each -> used(each, committed)).toList());
        case Task.Log it -> it.future().complete(null);
        case Task.Act<?> it -> it.complete();
      }
    } catch (RuntimeException e) {
      task.future().completeExceptionally(e);
    }
  }

  private Outcome outcome(Decision decision, Committed committed) {
    return switch (decision) {
      case Decision.Filed it when it.standing() == null ->
          new Outcome.Accepted(receipt(it.sequence(), committed));
      case Decision.Filed it ->
          new Outcome.Superseded(
              receipt(it.sequence(), committed), Objects.requireNonNull(it.standing()));
      case Decision.Repeat it -> new Outcome.Duplicate(receipt(it.first(), committed));
      case Decision.SetAside it -> new Outcome.Quarantined(it.number(), it.faults());
      case Decision.NotUsed it -> throw new IllegalStateException("no submission ends so: " + it);
    };
  }

  private UseOutcome used(Decision decision, Committed committed) {
    return switch (decision) {
      case Decision.Filed it -> new UseOutcome.Recorded(receipt(it.sequence(), committed));
      case Decision.Repeat it -> new UseOutcome.Recorded(receipt(it.first(), committed));
      case Decision.SetAside it -> throw new IllegalStateException("no use is set aside: " + it);
      case Decision.NotUsed it -> it.why();
    };
  }

  private Receipt receipt(long sequence, Committed committed) {
    Seal seal = committed.seal();
    return seal != null && sequence >= committed.base()
        ? seal.receipts().get((int) (sequence - committed.base()))
        : receipts.first(sequence);
  }
}
