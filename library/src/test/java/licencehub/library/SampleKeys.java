package licencehub.library;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Keys for tests: the same number always means the same key; more can be put on the ring. */
public final class SampleKeys implements KeyRing {
  /** A ring with the first key of each kind. */
  public static final KeyRing FIRST = of(1, 1);

  private volatile HeldKeys held;

  public SampleKeys() {
    this.held = of(1, 1);
  }

  /** All keys from the first to these numbers. */
  public static HeldKeys of(int data, int index) {
    return new HeldKeys(
        IntStream.rangeClosed(1, data).mapToObj(SampleKeys::data).toList(),
        IntStream.rangeClosed(1, index).mapToObj(SampleKeys::index).toList());
  }

  public static DataKey data(int id) {
    return new DataKey(id, secret(id));
  }

  public static IndexKey index(int id) {
    return new IndexKey(id, secret(-id));
  }

  /** From now on these are all there are. */
  public void hold(List<DataKey> data, List<IndexKey> index) {
    held = new HeldKeys(data, index);
  }

  @Override
  public DataKey currentData() {
    return held.currentData();
  }

  @Override
  public Optional<DataKey> findData(int id) {
    return held.findData(id);
  }

  @Override
  public IndexKey currentIndex() {
    return held.currentIndex();
  }

  @Override
  public Optional<IndexKey> findIndex(int id) {
    return held.findIndex(id);
  }

  @Override
  public String origin() {
    return "sample keys";
  }

  private static byte[] secret(int seed) {
    byte[] secret = new byte[32];
    new Random(seed).nextBytes(secret);
    return secret;
  }
}
