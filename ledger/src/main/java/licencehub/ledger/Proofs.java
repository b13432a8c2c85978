package licencehub.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import licencehub.model.Digest;
import licencehub.model.ledger.HashReader;

/**
 * Proofs about any entry and any two sizes of a stored log, from its hashes alone. Each tile is
 * read once, and of what it adds up to only the upper half is kept, an eighth of the tile's size;
 * the lower half of a path takes sixteen hashes, which lie side by side. A range of hashes of given
 * width never changes, so nothing kept goes stale. Safe for any number of threads.
 */
public final class Proofs {
  /** Levels of the tree in a group, the lower half of a tile. */
  private static final int HEIGHT = Tiles.HEIGHT / 2;

  private static final int WIDTH = 1 << HEIGHT;

  /** Of about one kilobyte each; they reach over four million entries. */
  private static final int TILES_KEPT = 16_384;

  private static final int GROUPS_KEPT = 1_024;

  private final HashReader hashes;
  private final Map<Range, Subtrees> tiles = kept(TILES_KEPT);
  private final Map<Range, Subtrees> groups = kept(GROUPS_KEPT);

  public Proofs(HashReader hashes) {
    this.hashes = hashes;
  }

  /** Hashes of one tile level, side by side. */
  private record Range(int level, long first, int width) {}

  private static Map<Range, Subtrees> kept(int most) {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<Range, Subtrees> eldest) {
        return size() > most;
      }
    };
  }

  /** The root of the log when it had this many entries. */
  public Digest root(long size) {
    if (size < 0) {
      throw new IllegalArgumentException("a log has no " + size + " entries");
    }
    return size == 0 ? MerkleTree.emptyRoot() : hash(0, size, size);
  }

  /**
   * That an entry is in the log, RFC 9162 section 2.1.3.1: from the leaf's sibling upwards.
   *
   * @param index of the entry, from 0
   * @param size of the log the proof is for, at most what is stored
   */
  public List<Digest> inclusion(long index, long size) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("index " + index + " is outside a log of " + size);
    }
    List<Digest> path = new ArrayList<>();
    long begin = 0;
    long end = size;
    while (end - begin > 1) {
      long middle = middle(begin, end);
      if (index < middle) {
        path.add(hash(middle, end, size));
        end = middle;
      } else {
        path.add(hash(begin, middle, size));
        begin = middle;
      }
    }
    Collections.reverse(path);
    return path;
  }

  /**
   * That the log of {@code to} entries begins with the log of {@code from} entries, RFC 9162
   * section 2.1.4.1; empty where that needs no proof (equal sizes, nothing before).
   */
  public List<Digest> consistency(long from, long to) {
    if (from < 0 || from > to) {
      throw new IllegalArgumentException("a log does not grow from " + from + " to " + to);
    }
    List<Digest> path = new ArrayList<>();
    long begin = 0;
    long end = from == 0 ? 0 : to;
    while (from < end) {
      long middle = middle(begin, end);
      if (from <= middle) {
        path.add(hash(middle, end, to));
        end = middle;
      } else {
        path.add(hash(begin, middle, to));
        begin = middle;
      }
    }
    if (begin > 0) {
      path.add(hash(begin, end, to));
    }
    Collections.reverse(path);
    return path;
  }

  /** Where RFC 6962 splits a range: after the largest power of two less than its length. */
  private static long middle(long begin, long end) {
    return begin + Long.highestOneBit(end - begin - 1);
  }

  /** The Merkle tree hash over a range that the splitting of a log of this size leads to. */
  private Digest hash(long begin, long end, long size) {
    if (Long.bitCount(end - begin) == 1) {
      int height = Long.numberOfTrailingZeros(end - begin);
      return node(height, begin >>> height, size);
    }
    long middle = middle(begin, end);
    return MerkleTree.node(hash(begin, middle, size), hash(middle, end, size));
  }

  private Digest node(int height, long index, long size) {
    int level = height / Tiles.HEIGHT;
    int inside = height % Tiles.HEIGHT;
    long stored = size >>> (level * Tiles.HEIGHT);
    boolean isUpper = inside >= HEIGHT;
    int width = isUpper ? Tiles.WIDTH : WIDTH;
    long first = (index << inside) / width * width;
    Range range = new Range(level, first, (int) Math.min(width, stored - first));
    int place = (int) (index - (first >>> inside));
    return isUpper
        ? found(tiles, range, this::upper).node(inside - HEIGHT, place)
        : found(groups, range, it -> new Subtrees(read(it))).node(inside, place);
  }

  private static Subtrees found(
      Map<Range, Subtrees> kept, Range range, Function<Range, Subtrees> make) {
    synchronized (kept) {
      Subtrees known = kept.get(range);
      if (known != null) {
        return known;
      }
    }
    Subtrees made = make.apply(range);
    synchronized (kept) {
      kept.put(range, made);
    }
    return made;
  }

  /** The upper half of a tile, over the roots of its complete groups. */
  private Subtrees upper(Range range) {
    List<Digest> read = read(range);
    List<Digest> roots = new ArrayList<>();
    for (int from = 0; from + WIDTH <= read.size(); from += WIDTH) {
      roots.add(new Subtrees(read.subList(from, from + WIDTH)).node(HEIGHT, 0));
    }
    return new Subtrees(roots);
  }

  private List<Digest> read(Range range) {
    List<Digest> read = hashes.hashes(range.level(), range.first(), range.width());
    if (read.size() != range.width()) {
      throw new IllegalStateException(
          "of " + range + " there are " + read.size() + " stored: the log is not that long");
    }
    return read;
  }
}
