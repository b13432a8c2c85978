package licencehub.ledger;

import java.util.List;
import licencehub.model.Digest;

/** The root of a log that is read from its beginning, in memory that does not grow with it. */
public final class RunningRoot {
  private long size;
  private byte[] frontier = new byte[0];

  /** Takes the next leaf hashes, in their order. */
  public void add(List<Digest> leaves) {
    Append append = new Append(size, frontier, leaves);
    size = append.size();
    frontier = append.frontier();
  }

  /** Leaves taken so far. */
  public long size() {
    return size;
  }

  /** RFC 6962 Merkle tree hash over all of them. */
  public Digest root() {
    return MerkleTree.root(size, frontier);
  }
}
