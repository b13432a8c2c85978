package licencehub.ledger;

import licencehub.model.ledger.Checkpoint;
import licencehub.model.ledger.HashReader;
import licencehub.model.ledger.LedgerEntry;
import licencehub.model.ledger.Prover;
import licencehub.model.ledger.Receipt;

/** Makes receipts again from the stored log. */
public final class LedgerProver implements Prover {
  @Override
  public Receipt prove(LedgerEntry entry, long index, Checkpoint checkpoint, HashReader hashes) {
    return new Receipt(
        entry, index, new Proofs(hashes).inclusion(index, checkpoint.size()), checkpoint);
  }
}
