package licencehub.ledger;

import java.util.List;
import licencehub.model.Digest;

/** The Merkle tree hashes of RFC 6962 section 2.1 with SHA-256, as pure functions. */
public final class MerkleTree {
  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  private MerkleTree() {}

  /** The root of the tree without entries. */
  public static Digest emptyRoot() {
    return Digest.of();
  }

  /** The leaf hash of one entry. */
  public static Digest leaf(byte[] entry) {
    return Digest.of(LEAF, entry);
  }

  /** The hash of an inner node. */
  public static Digest node(Digest left, Digest right) {
    return Digest.of(NODE, left.bytes(), right.bytes());
  }

  /**
   * The root a frontier stands for; lets a store check itself against its latest checkpoint.
   *
   * @param size entries in the log
   * @param frontier as {@link licencehub.model.ledger.Seal#frontier()} describes it
   */
  public static Digest root(long size, byte[] frontier) {
    return new Append(size, frontier, List.of()).root();
  }
}
