package licencehub.ledger;

import java.util.ArrayList;
import java.util.List;
import licencehub.model.Digest;
import licencehub.model.ledger.Seal.TileNode;
import org.jspecify.annotations.Nullable;

/**
 * One growth step of the tree, from a frontier and new leaf hashes alone. It holds exactly the
 * nodes completed by this step, the frontier nodes beside them and the ragged right edge; together
 * these are every sibling a new leaf can have, so nothing older is read or hashed again.
 */
final class Append {
  private final long from;
  private final long to;

  /** By height: complete nodes, those of the old frontier included. */
  private final List<Level> levels = new ArrayList<>();

  /** By height: the node over the leaves right of the last complete node; null where none are. */
  private final @Nullable Digest[] edge;

  private record Level(long first, List<Digest> nodes) {
    Digest at(long index) {
      return nodes.get(Math.toIntExact(index - first));
    }
  }

  Append(long size, byte[] frontier, List<Digest> leaves) {
    from = size;
    to = Math.addExact(size, leaves.size());
    Frontier old = new Frontier(size, frontier);
    levels.add(level(0, old, leaves));
    for (int height = 1; to >>> height > 0; height++) {
      levels.add(level(height, old, grow(height)));
    }
    edge = new @Nullable Digest[height(to) + 1];
    for (int height = 1; height < edge.length; height++) {
      edge[height] = ragged(height);
    }
  }

  /** The height of a tree: the least h with 2^h leaves or more. */
  private static int height(long size) {
    return size <= 1 ? 0 : Long.SIZE - Long.numberOfLeadingZeros(size - 1);
  }

  private Level level(int height, Frontier old, List<Digest> grown) {
    Digest beside = old.root(height);
    if (beside == null) {
      return new Level(from >>> height, grown);
    }
    List<Digest> nodes = new ArrayList<>(grown.size() + 1);
    nodes.add(beside);
    nodes.addAll(grown);
    return new Level((from >>> height) - 1, nodes);
  }

  private List<Digest> grow(int height) {
    Level below = levels.get(height - 1);
    List<Digest> grown = new ArrayList<>();
    for (long index = from >>> height; index < to >>> height; index++) {
      grown.add(MerkleTree.node(below.at(2 * index), below.at(2 * index + 1)));
    }
    return grown;
  }

  private @Nullable Digest ragged(int height) {
    Digest right = edge[height - 1];
    long end = to >>> (height - 1);
    if ((end & 1) == 0) {
      return right;
    }
    Digest left = levels.get(height - 1).at(end - 1);
    return right == null ? left : MerkleTree.node(left, right);
  }

  long size() {
    return to;
  }

  Digest root() {
    if (to == 0) {
      return MerkleTree.emptyRoot();
    }
    int top = edge.length - 1;
    Digest ragged = edge[top];
    return ragged == null ? levels.get(top).at(0) : ragged;
  }

  byte[] frontier() {
    List<Digest> roots = new ArrayList<>();
    for (int height = levels.size() - 1; height >= 0; height--) {
      long end = to >>> height;
      if ((end & 1) == 1) {
        roots.add(levels.get(height).at(end - 1));
      }
    }
    return Frontier.bytes(roots);
  }

  /** The nodes of tile level 1 and above that this step completed, lower levels first. */
  List<TileNode> nodes() {
    List<TileNode> nodes = new ArrayList<>();
    for (int height = Tiles.HEIGHT; height < levels.size(); height += Tiles.HEIGHT) {
      for (long index = from >>> height; index < to >>> height; index++) {
        nodes.add(new TileNode(height / Tiles.HEIGHT, index, levels.get(height).at(index)));
      }
    }
    return nodes;
  }

  /** The inclusion proof of a leaf this step added, from its sibling upwards. */
  List<Digest> path(long leaf) {
    List<Digest> path = new ArrayList<>(edge.length);
    for (int height = 0; height < edge.length - 1; height++) {
      long sibling = (leaf >>> height) ^ 1;
      long end = to >>> height;
      Digest ragged = edge[height];
      if (sibling < end) {
        path.add(levels.get(height).at(sibling));
      } else if (sibling == end && ragged != null) {
        path.add(ragged);
      }
    }
    return path;
  }
}
