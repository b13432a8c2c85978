package licencehub.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import licencehub.model.Digest;

/** RFC 6962 section 2.1 written down as it stands there, recursion and all. */
final class ReferenceTree {
  private final List<Digest> leaves;
  private final Map<Long, Digest> known = new HashMap<>();

  ReferenceTree(List<Digest> leaves) {
    this.leaves = List.copyOf(leaves);
  }

  /** MTH(D[begin:end]). */
  Digest hash(int begin, int end) {
    if (begin == end) {
      return Digest.of();
    }
    if (end - begin == 1) {
      return leaves.get(begin);
    }
    Digest found = known.get(key(begin, end));
    if (found == null) {
      int k = split(end - begin);
      found =
          Digest.of(new byte[] {1}, hash(begin, begin + k).bytes(), hash(begin + k, end).bytes());
      known.put(key(begin, end), found);
    }
    return found;
  }

  /** PATH(m, D[n]). */
  List<Digest> path(int m, int n) {
    return path(m, 0, n);
  }

  /** PROOF(m, D[n]). */
  List<Digest> proof(int m, int n) {
    return subproof(m, 0, n, true);
  }

  private List<Digest> path(int m, int begin, int end) {
    if (end - begin == 1) {
      return new ArrayList<>();
    }
    int k = split(end - begin);
    List<Digest> path;
    if (m < k) {
      path = path(m, begin, begin + k);
      path.add(hash(begin + k, end));
    } else {
      path = path(m - k, begin + k, end);
      path.add(hash(begin, begin + k));
    }
    return path;
  }

  private List<Digest> subproof(int m, int begin, int end, boolean isWhole) {
    int n = end - begin;
    if (m == n) {
      return isWhole ? new ArrayList<>() : new ArrayList<>(List.of(hash(begin, end)));
    }
    int k = split(n);
    List<Digest> proof;
    if (m <= k) {
      proof = subproof(m, begin, begin + k, isWhole);
      proof.add(hash(begin + k, end));
    } else {
      proof = subproof(m - k, begin + k, end, false);
      proof.add(hash(begin, begin + k));
    }
    return proof;
  }

  /** The largest power of two smaller than n. */
  private static int split(int n) {
    int k = 1;
    while (k * 2 < n) {
      k *= 2;
    }
    return k;
  }

  private static long key(int begin, int end) {
    return ((long) begin << 32) | end;
  }
}
