package licencehub.library;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import licencehub.model.Digest;
import licencehub.model.ledger.Checkpoint;
import licencehub.model.ledger.HashReader;
import licencehub.model.ledger.LedgerEntry;
import licencehub.model.ledger.Prover;
import licencehub.model.ledger.Receipt;
import licencehub.model.ledger.Seal;
import licencehub.model.ledger.Sealer;

/** RFC 6962 as its text has it, recursively; its notes are not signed. */
public final class ReferenceLedger implements Sealer, Prover {
  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};
  private static final int TILE_BITS = 8;

  /** A half-open range of leaves. */
  private record Range(long from, long to) {
    long split() {
      return from + Long.highestOneBit(to - from - 1);
    }

    boolean isLeaf() {
      return to - from == 1;
    }
  }

  /** The tree hash of a range: known, a leaf, or put together from its halves. */
  private static final class Tree {
    private final Map<Range, Digest> known = new HashMap<>();
    private final LongFunction<Digest> leaves;

    Tree(LongFunction<Digest> leaves) {
      this.leaves = leaves;
    }

    Digest hash(Range range) {
      Digest hash = known.get(range);
      if (hash == null) {
        hash =
            range.isLeaf()
                ? leaves.apply(range.from())
                : node(
                    hash(new Range(range.from(), range.split())),
                    hash(new Range(range.split(), range.to())));
        known.put(range, hash);
      }
      return hash;
    }

    List<Digest> path(long leaf, Range range) {
      if (range.isLeaf()) {
        return List.of();
      }
      Range left = new Range(range.from(), range.split());
      Range right = new Range(range.split(), range.to());
      boolean isLeft = leaf < range.split();
      List<Digest> path = new ArrayList<>(path(leaf, isLeft ? left : right));
      path.add(hash(isLeft ? right : left));
      return path;
    }
  }

  public static Digest leaf(LedgerEntry entry) {
    return Digest.of(LEAF, entry.bytes());
  }

  /** The root over all leaves. */
  public static Digest root(List<Digest> leaves) {
    return roots(leaves).apply(leaves.size());
  }

  /** The root over as many leaves as are asked for. */
  public static LongFunction<Digest> roots(List<Digest> leaves) {
    Tree tree = new Tree(i -> leaves.get((int) i));
    return size -> tree.hash(new Range(0, size));
  }

  /** Whether the receipt's path leads from its entry to its checkpoint's root. */
  public static boolean verifies(Receipt receipt) {
    List<Digest> path = new ArrayList<>(receipt.path());
    Range all = new Range(0, receipt.checkpoint().size());
    Digest root = climb(leaf(receipt.entry()), receipt.index(), all, path);
    return path.isEmpty() && root.equals(receipt.checkpoint().root());
  }

  @Override
  public Seal seal(long size, byte[] frontier, List<LedgerEntry> entries) {
    List<Digest> leaves = entries.stream().map(ReferenceLedger::leaf).toList();
    Tree tree = new Tree(i -> leaves.get((int) (i - size)));
    List<Range> before = subtrees(size);
    for (int i = 0; i < before.size(); i++) {
      tree.known.put(
          before.get(i), Digest.wrap(Arrays.copyOfRange(frontier, i * 32, (i + 1) * 32)));
    }
    long newSize = size + leaves.size();
    Range all = new Range(0, newSize);
    Checkpoint checkpoint = checkpoint(newSize, tree.hash(all));
    List<Receipt> receipts = new ArrayList<>();
    for (int i = 0; i < leaves.size(); i++) {
      receipts.add(new Receipt(entries.get(i), size + i, tree.path(size + i, all), checkpoint));
    }
    ByteArrayOutputStream after = new ByteArrayOutputStream();
    subtrees(newSize).forEach(it -> after.writeBytes(tree.hash(it).bytes()));
    return new Seal(checkpoint, after.toByteArray(), leaves, nodes(tree, size, newSize), receipts);
  }

  @Override
  public Receipt prove(LedgerEntry entry, long index, Checkpoint checkpoint, HashReader hashes) {
    Tree tree = new Tree(i -> hashes.hashes(0, i, 1).getFirst());
    return new Receipt(entry, index, tree.path(index, new Range(0, checkpoint.size())), checkpoint);
  }

  private static Checkpoint checkpoint(long size, Digest root) {
    return new Checkpoint(size, root, "reference\n" + size + "\n" + root + "\n");
  }

  private static List<Seal.TileNode> nodes(Tree tree, long size, long newSize) {
    List<Seal.TileNode> nodes = new ArrayList<>();
    for (int level = 1; newSize >> (TILE_BITS * level) > 0; level++) {
      int bits = TILE_BITS * level;
      for (long i = size >> bits; i < newSize >> bits; i++) {
        nodes.add(new Seal.TileNode(level, i, tree.hash(new Range(i << bits, (i + 1) << bits))));
      }
    }
    return nodes;
  }

  private static List<Range> subtrees(long size) {
    List<Range> subtrees = new ArrayList<>();
    for (long from = 0; from < size; from = subtrees.getLast().to()) {
      subtrees.add(new Range(from, from + Long.highestOneBit(size - from)));
    }
    return subtrees;
  }

  private static Digest climb(Digest leaf, long index, Range range, List<Digest> path) {
    if (range.isLeaf()) {
      return leaf;
    }
    Digest sibling = path.removeLast();
    boolean isLeft = index < range.split();
    Range half =
        isLeft ? new Range(range.from(), range.split()) : new Range(range.split(), range.to());
    Digest hash = climb(leaf, index, half, path);
    return isLeft ? node(hash, sibling) : node(sibling, hash);
  }

  private static Digest node(Digest left, Digest right) {
    return Digest.of(NODE, left.bytes(), right.bytes());
  }
}
