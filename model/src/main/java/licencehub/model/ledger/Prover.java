package licencehub.model.ledger;

/** Makes the receipt of an entry again from what is stored; the counterpart of {@link Sealer}. */
public interface Prover {
  /**
   * @param index position of the entry in the log, from 0
   * @param checkpoint one over a tree that holds the entry; the receipt leads to its root
   * @param hashes reads the stored log
   */
  Receipt prove(LedgerEntry entry, long index, Checkpoint checkpoint, HashReader hashes);
}
