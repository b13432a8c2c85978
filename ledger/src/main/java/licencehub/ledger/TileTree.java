package licencehub.ledger;

import java.util.ArrayList;
import java.util.List;
import licencehub.model.Digest;

/** The complete subtrees over the hashes of one tile, from the hashes themselves to its root. */
final class TileTree {
  private final List<List<Digest>> levels = new ArrayList<>();

  TileTree(List<Digest> hashes) {
    List<Digest> below = List.copyOf(hashes);
    levels.add(below);
    while (below.size() > 1) {
      List<Digest> above = new ArrayList<>(below.size() / 2);
      for (int i = 1; i < below.size(); i += 2) {
        above.add(MerkleTree.node(below.get(i - 1), below.get(i)));
      }
      levels.add(above);
      below = above;
    }
  }

  /**
   * @param height above the tile's hashes
   * @param index of the node at that height, from the tile's left
   */
  Digest node(int height, int index) {
    return levels.get(height).get(index);
  }
}
