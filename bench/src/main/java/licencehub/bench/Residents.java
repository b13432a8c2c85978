package licencehub.bench;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Where holders live, and in which hubs their licences are. Assumed: who has moved has half of his
 * licences where he came from; shares of those who have are of the census of 2020 (376 million away
 * from where they are registered, 125 million of them in another province, and 117 million in
 * another district of their city). Organisations are taken to spread as persons do.
 */
final class Residents {
  private static final double FROM_ANOTHER_PROVINCE = 0.089;
  private static final double FROM_ANOTHER_CITY = 0.178;
  private static final double FROM_ANOTHER_COUNTY = 0.083;

  /** Of all licences, those that a county, a city and a province issue. */
  private static final double BY_COUNTY = 0.6;

  private static final double BY_CITY = 0.25;

  /** One holder's licences: 1 to 11, all alike, which is 6 in the mean. */
  private static final int MOST_LICENCES = 11;

  /** Of look-ups, those at a counter elsewhere. */
  private static final double ELSEWHERE = 0.1;

  /** Of look-ups, those of somebody who has no licence at all. */
  private static final double NOBODY = 0.05;

  private final Regions regions;
  private final SplittableRandom random;
  private final double[] upTo;

  Residents(Regions regions, long seed) {
    this.regions = regions;
    this.random = new SplittableRandom(seed);
    this.upTo = new double[regions.count()];
    double all = 0;
    for (int hub = 0; hub < upTo.length; hub++) {
      all += regions.level(hub) == 2 ? regions.persons()[hub] : 0;
      upTo[hub] = all;
    }
  }

  /**
   * One look-up.
   *
   * @param at the county whose counter asks
   * @param hubs that have licences of the holder, each once
   */
  record Visit(int at, int[] hubs) {}

  /** The hubs of the next holder. */
  int[] hubs() {
    return hubs(county());
  }

  Visit visit() {
    int home = county();
    int at = random.nextDouble() < ELSEWHERE ? county() : home;
    return new Visit(at, random.nextDouble() < NOBODY ? new int[0] : hubs(home));
  }

  private int[] hubs(int home) {
    int origin = origin(home);
    int licences = 1 + random.nextInt(MOST_LICENCES);
    int[] hubs = new int[licences];
    Arrays.setAll(hubs, i -> issuer(random.nextBoolean() ? home : origin));
    return Arrays.stream(hubs).distinct().toArray();
  }

  private int issuer(int county) {
    double draw = random.nextDouble();
    int above = regions.parent()[county];
    if (draw < BY_COUNTY) {
      return county;
    }
    return draw < BY_COUNTY + BY_CITY ? above : regions.province(county);
  }

  private int origin(int home) {
    double draw = random.nextDouble();
    if (draw < FROM_ANOTHER_PROVINCE) {
      return drawn(it -> regions.province(it) != regions.province(home));
    }
    if (draw < FROM_ANOTHER_PROVINCE + FROM_ANOTHER_CITY) {
      return inProvince(home);
    }
    boolean near = draw < FROM_ANOTHER_PROVINCE + FROM_ANOTHER_CITY + FROM_ANOTHER_COUNTY;
    return near ? inside(regions.parent()[home]) : home;
  }

  private int inProvince(int home) {
    return inside(regions.province(home));
  }

  private int county() {
    return drawn(it -> true);
  }

  /** A county below a hub, by its people. */
  private int inside(int above) {
    int at = above;
    while (regions.children()[at].length > 0) {
      double left = random.nextDouble() * regions.persons()[at];
      int[] below = regions.children()[at];
      int next = 0;
      while (next < below.length - 1 && left >= regions.persons()[below[next]]) {
        left -= regions.persons()[below[next++]];
      }
      at = below[next];
    }
    return at;
  }

  private int drawn(java.util.function.IntPredicate wanted) {
    int county;
    do {
      int place = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
      county = Math.min(place < 0 ? -place - 1 : place + 1, upTo.length - 1);
    } while (!wanted.test(county));
    return county;
  }
}
