package licencehub.ledger;

import java.util.ArrayList;
import java.util.List;
import licencehub.model.Digest;
import licencehub.model.ledger.Checkpoint;
import licencehub.model.ledger.LedgerEntry;
import licencehub.model.ledger.Receipt;
import licencehub.model.ledger.Seal;
import licencehub.model.ledger.Sealer;

/**
 * Grows the log by whole groups: one signature and one receipt with inclusion proof for each entry,
 * however many came together. Safe for any number of threads.
 */
public final class LedgerSealer implements Sealer {
  private final CheckpointSigner signer;

  public LedgerSealer(CheckpointSigner signer) {
    this.signer = signer;
  }

  @Override
  public Seal seal(long size, byte[] frontier, List<LedgerEntry> entries) {
    List<Digest> leaves = entries.stream().map(it -> MerkleTree.leaf(it.bytes())).toList();
    Append append = new Append(size, frontier, leaves);
    Checkpoint checkpoint = signer.sign(append.size(), append.root());
    List<Receipt> receipts = new ArrayList<>(entries.size());
    long index = size;
    for (LedgerEntry entry : entries) {
      receipts.add(new Receipt(entry, index, append.path(index), checkpoint));
      index++;
    }
    return new Seal(checkpoint, append.frontier(), leaves, append.nodes(), receipts);
  }
}
