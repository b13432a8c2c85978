package licencehub.library.sql;

import licencehub.model.ledger.Checkpoint;
import licencehub.model.ledger.LedgerEntry;
import licencehub.model.ledger.Prover;
import licencehub.model.ledger.Receipt;

/** Makes first receipts again: of the same entry, under the checkpoint it was committed with. */
final class Receipts {
  private final SqlLedger ledger;
  private final Prover prover;

  Receipts(SqlLedger ledger, Prover prover) {
    this.ledger = ledger;
    this.prover = prover;
  }

  /**
   * @param sequence of an event on disk
   */
  Receipt first(long sequence) {
    LedgerEntry entry = ledger.entry(sequence).orElseThrow();
    Checkpoint checkpoint = ledger.first(sequence).orElseThrow();
    return prover.prove(entry, sequence, checkpoint, ledger);
  }
}
