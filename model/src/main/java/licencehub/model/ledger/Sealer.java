package licencehub.model.ledger;

import java.util.List;

/**
 * Appends entries to the Merkle log and signs the result. Remembers nothing: the caller keeps size
 * and frontier in the same transaction as the entries, so a rolled-back group leaves no trace.
 */
public interface Sealer {
  /**
   * @param size entries in the log before these
   * @param frontier what {@link Seal#frontier()} was at that size; empty for an empty log
   */
  Seal seal(long size, byte[] frontier, List<LedgerEntry> entries);
}
