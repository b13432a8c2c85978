package licencehub.ledger;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import licencehub.model.Digest;
import licencehub.model.ledger.HashReader;
import licencehub.model.ledger.LedgerEntry;

/** The log as C2SP tlog-tiles serves it: everything a monitor needs to check it whole. */
public final class Tiles {
  /** Levels of the tree in one tile. */
  static final int HEIGHT = 8;

  /** Hashes in a full tile. */
  static final int WIDTH = 1 << HEIGHT;

  private static final int MAX_ENTRY = 0xffff;

  private Tiles() {}

  /**
   * The bytes of a tile: its hashes one after the other; absent where the log does not reach.
   *
   * @param level from 0
   * @param index position of the tile in its level, from 0
   * @param width 256 for a full tile, less for a partial one
   */
  public static Optional<byte[]> read(int level, long index, int width, HashReader hashes) {
    TilePath path = new TilePath(level, index, width);
    if (level * HEIGHT >= Long.SIZE - 1) {
      return Optional.empty();
    }
    List<Digest> read = hashes.hashes(level, path.first(), width);
    if (read.size() < width) {
      return Optional.empty();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    read.forEach(it -> bytes.writeBytes(it.bytes()));
    return Optional.of(bytes.toByteArray());
  }

  /**
   * The bytes of an entry bundle: each entry after its length in two bytes; absent where the log
   * does not reach.
   *
   * @param entries finds an entry by its index in the log
   */
  public static Optional<byte[]> entries(
      long index, int width, LongFunction<Optional<LedgerEntry>> entries) {
    long first = new TilePath(TilePath.ENTRIES, index, width).first();
    ByteArrayOutputStream bundle = new ByteArrayOutputStream();
    for (long at = first; at < first + width; at++) {
      Optional<LedgerEntry> entry = entries.apply(at);
      if (entry.isEmpty()) {
        return Optional.empty();
      }
      byte[] bytes = entry.get().bytes();
      if (bytes.length > MAX_ENTRY) {
        throw new IllegalStateException("entry " + at + " is too long for a bundle");
      }
      bundle.write(bytes.length >>> 8);
      bundle.write(bytes.length);
      bundle.writeBytes(bytes);
    }
    return Optional.of(bundle.toByteArray());
  }
}
