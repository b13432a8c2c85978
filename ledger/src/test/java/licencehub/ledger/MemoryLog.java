package licencehub.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import licencehub.model.Digest;
import licencehub.model.ledger.HashReader;
import licencehub.model.ledger.Seal.TileNode;

/** Stores what an append hands over, and nothing else, the way an engine of the library does. */
final class MemoryLog implements HashReader {
  private final Map<Integer, List<Digest>> levels = new HashMap<>();
  private long size;
  private byte[] frontier = {};
  private int reads;

  /** A log of numbered leaves, grown in one step. */
  static MemoryLog of(int size) {
    MemoryLog log = new MemoryLog();
    log.append(leaves(0, size));
    return log;
  }

  static List<Digest> leaves(int begin, int end) {
    return IntStream.range(begin, end)
        .mapToObj(it -> MerkleTree.leaf(("entry " + it).getBytes(UTF_8)))
        .toList();
  }

  Append append(List<Digest> leaves) {
    Append append = new Append(size, frontier, leaves);
    store(append.size(), append.frontier(), leaves, append.nodes());
    return append;
  }

  void store(long newSize, byte[] newFrontier, List<Digest> leaves, List<TileNode> nodes) {
    level(0).addAll(leaves);
    for (TileNode node : nodes) {
      if (node.index() != level(node.level()).size()) {
        throw new IllegalStateException(node + " is out of order");
      }
      level(node.level()).add(node.hash());
    }
    size = newSize;
    frontier = newFrontier;
  }

  long size() {
    return size;
  }

  byte[] frontier() {
    return frontier;
  }

  int reads() {
    return reads;
  }

  @Override
  public List<Digest> hashes(int level, long from, int count) {
    reads++;
    List<Digest> stored = level(level);
    int begin = (int) Math.min(from, stored.size());
    return List.copyOf(stored.subList(begin, Math.min(begin + count, stored.size())));
  }

  private List<Digest> level(int level) {
    return levels.computeIfAbsent(level, it -> new ArrayList<>());
  }
}
