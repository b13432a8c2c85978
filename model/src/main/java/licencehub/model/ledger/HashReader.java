package licencehub.model.ledger;

import java.util.List;
import licencehub.model.Digest;

/** Reads stored hashes of the log, as C2SP tlog-tiles numbers them. */
public interface HashReader {
  /**
   * @param level tile level: 0 for leaf hashes, n for roots of complete subtrees of 256^n leaves
   * @param from first index at that level
   * @return {@code count} hashes, or fewer where the log ends
   */
  List<Digest> hashes(int level, long from, int count);
}
