package licencehub.model.ledger;

import java.util.List;
import licencehub.model.Digest;

/**
 * The log after one group of entries.
 *
 * @param frontier the roots of the maximal complete subtrees, largest first: all that is needed to
 *     append more
 * @param leaves leaf hash of each new entry, in order
 * @param nodes the tile-level nodes completed by this group, for C2SP tiles above level 0
 * @param receipts a receipt for each new entry, in order
 */
public record Seal(
    Checkpoint checkpoint,
    byte[] frontier,
    List<Digest> leaves,
    List<TileNode> nodes,
    List<Receipt> receipts) {
  /**
   * The root of one complete subtree of 256^level leaves.
   *
   * @param level tile level, from 1
   * @param index position among the nodes of that level, from 0
   */
  public record TileNode(int level, long index, Digest hash) {}
}
