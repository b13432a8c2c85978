package licencehub.routes.followup;

import java.util.List;
import java.util.concurrent.CompletionException;
import licencehub.library.Entry.Filing;
import licencehub.library.Library;
import licencehub.model.Unavailable;
import licencehub.model.code.SourceId;
import licencehub.model.ledger.Receipt;
import licencehub.model.submission.Outcome;

/** Files the hub's own events, and finds their receipts again. */
record OwnJournal(Library library) {
  private static final String WHERE = "library";

  /**
   * The receipt of the event, once it is on disk; of one filed before its first.
   *
   * @throws Unavailable when it could not be written
   */
  Receipt file(Filing filing) {
    try {
      return receipt(library.journal().file(List.of(filing)).join().getFirst());
    } catch (CompletionException e) {
      throw e.getCause() instanceof Unavailable it ? it : e;
    }
  }

  /** The receipt of an event that was filed. */
  Receipt receipt(String id) {
    return library
        .submissions()
        .find(SourceId.HUB, id)
        .map(OwnJournal::receipt)
        .orElseThrow(() -> new Unavailable(WHERE, "an own event is not there yet"));
  }

  private static Receipt receipt(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted it -> it.receipt();
      case Outcome.Duplicate it -> it.first();
      case Outcome.Superseded it -> it.receipt();
      case Outcome.Quarantined it ->
          throw new Unavailable(WHERE, "an own event was set aside under number " + it.number());
    };
  }
}
