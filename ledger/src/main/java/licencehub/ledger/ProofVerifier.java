package licencehub.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import licencehub.model.Digest;

/**
 * The verification algorithms of RFC 9162. They share no code with {@link Proofs}, so that a
 * mistake there does not vouch for itself.
 */
public final class ProofVerifier {
  private ProofVerifier() {}

  /**
   * The root to which an inclusion proof leads, RFC 9162 section 2.1.3.2; absent if the path is not
   * as long as index and size demand.
   */
  public static Optional<Digest> rootOf(Digest leaf, long index, long size, List<Digest> path) {
    if (index < 0 || index >= size) {
      return Optional.empty();
    }
    long fn = index;
    long sn = size - 1;
    Digest root = leaf;
    for (Digest sibling : path) {
      if (sn == 0) {
        return Optional.empty();
      }
      if ((fn & 1) == 1 || fn == sn) {
        root = MerkleTree.node(sibling, root);
        int skipped = fn == 0 ? 0 : Long.numberOfTrailingZeros(fn);
        fn >>>= skipped;
        sn >>>= skipped;
      } else {
        root = MerkleTree.node(root, sibling);
      }
      fn >>>= 1;
      sn >>>= 1;
    }
    return sn == 0 ? Optional.of(root) : Optional.empty();
  }

  /**
   * Whether the log of {@code to} entries begins with the log of {@code from} entries, RFC 9162
   * section 2.1.4.2. The empty log begins every log.
   */
  public static boolean isConsistent(
      long from, Digest fromRoot, long to, Digest toRoot, List<Digest> path) {
    if (from < 0 || from > to) {
      return false;
    }
    if (from == to) {
      return path.isEmpty() && fromRoot.equals(toRoot);
    }
    if (from == 0) {
      return path.isEmpty() && fromRoot.equals(MerkleTree.emptyRoot());
    }
    return !path.isEmpty() && leadsToBoth(from, fromRoot, to, toRoot, path);
  }

  private static boolean leadsToBoth(
      long from, Digest fromRoot, long to, Digest toRoot, List<Digest> path) {
    List<Digest> nodes = new ArrayList<>(path);
    if (Long.bitCount(from) == 1) {
      nodes.addFirst(fromRoot);
    }
    int complete = Long.numberOfTrailingZeros(from);
    Climb climb = new Climb((from - 1) >>> complete, (to - 1) >>> complete, nodes.getFirst());
    return nodes.subList(1, nodes.size()).stream().allMatch(climb::past)
        && climb.second == 0
        && climb.firstRoot.equals(fromRoot)
        && climb.secondRoot.equals(toRoot);
  }

  /** The way from the last complete subtree of both trees to their roots (RFC 9162 2.1.4.2). */
  private static final class Climb {
    private long first;
    private long second;
    private Digest firstRoot;
    private Digest secondRoot;

    Climb(long first, long second, Digest start) {
      this.first = first;
      this.second = second;
      this.firstRoot = start;
      this.secondRoot = start;
    }

    /** Takes one node of the path; false when there is one too many. */
    boolean past(Digest node) {
      if (second == 0) {
        return false;
      }
      if ((first & 1) == 1 || first == second) {
        firstRoot = MerkleTree.node(node, firstRoot);
        secondRoot = MerkleTree.node(node, secondRoot);
        int skipped = first == 0 ? 0 : Long.numberOfTrailingZeros(first);
        first >>>= skipped;
        second >>>= skipped;
      } else {
        secondRoot = MerkleTree.node(secondRoot, node);
      }
      first >>>= 1;
      second >>>= 1;
      return true;
    }
  }
}
