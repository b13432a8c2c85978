package licencehub.demo.world;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that can be repeated: the same seed and name give the same draws for ever. */
public final class Lot {
  private final SplittableRandom random;

  private Lot(SplittableRandom random) {
    this.random = random;
  }

  /** A lot of its own for the n-th thing of a kind. */
  public static Lot of(long seed, String kind, long n) {
    return new Lot(new SplittableRandom(seed * 0x9E3779B97F4A7C15L + kind.hashCode() * 31L + n));
  }

  public <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** True in so many of a hundred cases. */
  public boolean chance(double percent) {
    return random.nextDouble(100) < percent;
  }

  /** A whole number, both ends included. */
  public int between(int low, int high) {
    return random.nextInt(low, high + 1);
  }
}
