package licencehub.ledger;

import java.util.List;
import licencehub.model.Digest;

/** The complete subtrees over some nodes that stand side by side, from the nodes themselves up. */
final class Subtrees {
  private static final int HASH = 32;

  /** One level after the other, the nodes themselves first. */
  private final byte[] hashes;

  private final int width;

  Subtrees(List<Digest> nodes) {
    width = nodes.size();
    hashes = new byte[HASH * total(width)];
    int to = 0;
    for (Digest node : nodes) {
      to = put(node, to);
    }
    int from = 0;
    for (int below = width; below > 1; below /= 2) {
      for (int i = 1; i < below; i += 2) {
        to = put(MerkleTree.node(at(from + i - 1), at(from + i)), to);
      }
      from += below;
    }
  }

  /** Of all levels together: each has half the nodes of the one below, an odd one has no parent. */
  private static int total(int width) {
    int all = 0;
    for (int level = width; level > 0; level /= 2) {
      all += level;
    }
    return all;
  }

  private int put(Digest node, int place) {
    System.arraycopy(node.bytes(), 0, hashes, place * HASH, HASH);
    return place + 1;
  }

  /**
   * @param height above the nodes given
   * @param index at that height, from the left
   */
  Digest node(int height, int index) {
    int from = 0;
    for (int level = 0; level < height; level++) {
      from += width >>> level;
    }
    if (index >= width >>> height) {
      throw new IllegalArgumentException(
          "no complete node " + index + " at height " + height + " over " + width);
    }
    return at(from + index);
  }

  private Digest at(int place) {
    byte[] hash = new byte[HASH];
    System.arraycopy(hashes, place * HASH, hash, 0, HASH);
    return Digest.wrap(hash);
  }
}
