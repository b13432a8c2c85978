package licencehub.federation.filter;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import licencehub.model.code.HolderCode;
import licencehub.model.code.HolderCodeType;

/** Holders by number, and keys by number. */
final class Holders {
  private Holders() {}

  static HolderCode holder(int number) {
    return new HolderCode(HolderCodeType.PASSPORT, "E%08d".formatted(number));
  }

  static List<HolderHash> hashes(KeptFilter filter, int from, int to) {
    FilterKey key = filter.filter().header().key();
    return IntStream.range(from, to).mapToObj(it -> key.hash(holder(it))).toList();
  }

  static FilterKey key(int number) {
    byte[] secret = new byte[FilterKey.BYTES];
    Arrays.fill(secret, (byte) number);
    return new FilterKey(secret);
  }

  /** How many of these the filter does not rule out. */
  static long had(HolderFilter filter, int from, int to) {
    return IntStream.range(from, to).filter(it -> filter.mayHold(holder(it))).count();
  }

  /** The same. */
  static long had(FilterCopy copy, int from, int to) {
    return IntStream.range(from, to).filter(it -> copy.mayHold(holder(it))).count();
  }
}
