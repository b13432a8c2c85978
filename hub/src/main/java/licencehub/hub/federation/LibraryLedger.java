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

  /**
   * @param proofs over the same ledger, shared with whoever else proves: they keep hashes at hand
   */
  public LibraryLedger(LedgerStore ledger, Proofs proofs) {
    this.ledger = ledger;
    this.proofs = proofs;
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
