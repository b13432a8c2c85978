package licencehub.ledger;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import licencehub.model.Digest;
import org.jspecify.annotations.Nullable;

/**
 * The roots of the maximal complete subtrees of a log, one for each bit set in its size. As bytes
 * they stand one after the other, the largest subtree first.
 */
final class Frontier {
  private static final int HASH = 32;

  /** By height: the root of the last complete subtree of 2^height leaves, where it is maximal. */
  private final @Nullable Digest[] roots = new @Nullable Digest[Long.SIZE];

  Frontier(long size, byte[] bytes) {
    if (size < 0 || bytes.length != Long.bitCount(size) * HASH) {
      throw new IllegalArgumentException(
          "a frontier of " + bytes.length + " bytes does not fit a log of " + size + " entries");
    }
    int at = 0;
    for (int height = Long.SIZE - 1; height >= 0; height--) {
      if (((size >>> height) & 1) == 1) {
        roots[height] = Digest.wrap(Arrays.copyOfRange(bytes, at, at + HASH));
        at += HASH;
      }
    }
  }

  /** Null where the size has no such bit. */
  @Nullable Digest root(int height) {
    return roots[height];
  }

  /** Writes roots given from the largest subtree to the smallest. */
  static byte[] bytes(Iterable<Digest> largestFirst) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (Digest root : largestFirst) {
      bytes.writeBytes(root.bytes());
    }
    return bytes.toByteArray();
  }
}
