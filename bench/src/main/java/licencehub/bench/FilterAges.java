package licencehub.bench;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How long after a filing others know of its holder: everybody asks once a minute, each at a moment
 * of his own, and one question in a hundred fails and is asked again a minute later. A hub above
 * learns of those below it in the same way, so a filter of a province is three hops from a county.
 *
 * @param seconds of each filing, the shortest first
 */
record FilterAges(double[] seconds) {
  private static final double MINUTE = 60;
  private static final double FAILS = 0.01;

  /** Looking through the change stream, and one question with its answer. */
  private static final double MOST_WORK = 1;

  static FilterAges of(int hops, int filings, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] seconds = new double[filings];
    for (int i = 0; i < filings; i++) {
      for (int hop = 0; hop < hops; hop++) {
        seconds[i] += (random.nextDouble() * MINUTE) + random.nextDouble() * MOST_WORK;
        while (random.nextDouble() < FAILS) {
          seconds[i] += MINUTE;
        }
      }
    }
    Arrays.sort(seconds);
    return new FilterAges(seconds);
  }

  /**
   * @param share of all filings that are known by then
   */
  double at(double share) {
    return seconds[(int) Math.min(seconds.length - 1, share * seconds.length)];
  }
}
