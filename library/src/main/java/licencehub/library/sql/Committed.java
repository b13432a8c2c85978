package licencehub.library.sql;

import java.util.List;
import licencehub.model.ledger.Seal;
import org.jspecify.annotations.Nullable;

/**
 * One group as it stands on disk.
 *
 * @param base the ledger's size before it
 * @param seal the ledger after it; null when nothing was filed
 * @param decisions for each task of the group, in order, what became of each of its entries
 */
record Committed(long base, @Nullable Seal seal, List<List<Decision>> decisions) {
  /** Sequence of the newest event, -1 when there is none. */
  long head() {
    return seal == null ? base - 1 : seal.checkpoint().size() - 1;
  }
}
