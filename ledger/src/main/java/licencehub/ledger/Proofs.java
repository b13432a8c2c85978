package licencehub.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import licencehub.model.Digest;
import licencehub.model.ledger.HashReader;

/**
 * Proofs about any entry and any two sizes of a stored log, from its tiles alone. Reads one tile
 * for each 256-fold of size and keeps the tiles used last; a tile of given width never changes, so
 * nothing kept goes stale. Safe for any number of threads.
 */
public final class Proofs {
  private static final int TILES_KEPT = 128;

  private final HashReader hashes;
  private final Map<TilePath, TileTree> kept =
      new LinkedHashMap<>(TILES_KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TilePath, TileTree> eldest) {
          return size() > TILES_KEPT;
        }
      };

  public Proofs(HashReader hashes) {
    this.hashes = hashes;
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
    long tile = index >>> (Tiles.HEIGHT - inside);
    long present = (size >>> (level * Tiles.HEIGHT)) - tile * Tiles.WIDTH;
    TilePath path = new TilePath(level, tile, (int) Math.min(Tiles.WIDTH, present));
    return tile(path).node(inside, (int) (index - (tile << (Tiles.HEIGHT - inside))));
  }

  private TileTree tile(TilePath path) {
    synchronized (kept) {
      TileTree known = kept.get(path);
      if (known != null) {
        return known;
      }
    }
    List<Digest> read = hashes.hashes(path.level(), path.first(), path.width());
    if (read.size() != path.width()) {
      throw new IllegalStateException(
          "tile " + path + " has " + read.size() + " stored hashes: the log is not that long");
    }
    TileTree tree = new TileTree(read);
    synchronized (kept) {
      kept.put(path, tree);
    }
    return tree;
  }
}
