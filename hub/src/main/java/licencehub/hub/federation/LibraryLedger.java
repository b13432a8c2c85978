package licencehub.hub.federation;

import java.util.List;
import licencehub.federation.OwnLedger;
import licencehub.federation.message.PeerAnswer.LedgerWord;
import licencehub.ledger.Proofs;
import licencehub.library.LedgerStore;
import licencehub.model.ledger.Checkpoint;

/** The ledger of this hub's library. */
public final class LibraryLedger implements OwnLedger {
  private final LedgerStore ledger;
  private final Proofs proofs;

  public LibraryLedger(LedgerStore ledger) {
    this.ledger = ledger;
    this.proofs = new Proofs(ledger);
  }

  @Override
  public LedgerWord since(long known) {
    return ledger.latest().map(it -> word(it, known)).orElse(LedgerWord.NONE);
  }

  private LedgerWord word(Checkpoint newest, long known) {
    return new LedgerWord(
        newest.note(),
        known > newest.size() ? List.of() : proofs.consistency(known, newest.size()));
  }
}
