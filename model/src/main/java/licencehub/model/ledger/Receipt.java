package licencehub.model.ledger;

import java.util.List;
import licencehub.model.Digest;

/**
 * Proof that an entry is in the ledger: it verifies offline with the hub's public key alone.
 *
 * @param entry the entry's exact bytes; their RFC 6962 leaf hash is what the tree holds
 * @param index position of the entry in the log, from 0
 * @param path inclusion proof from the leaf to the root, RFC 9162 section 2.1.3
 * @param checkpoint the signed note (C2SP tlog-checkpoint) over a tree that holds the entry
 */
public record Receipt(LedgerEntry entry, long index, List<Digest> path, Checkpoint checkpoint) {
  public Receipt {
    path = List.copyOf(path);
    if (index < 0 || index >= checkpoint.size()) {
      throw new IllegalArgumentException(
          "index " + index + " is outside a tree of " + checkpoint.size());
    }
  }
}
