package licencehub.bench;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import licencehub.bench.Residents.Visit;

/**
 * Look-ups by holder over hubs of a country, one after the other: who is asked, by the filters that
 * whoever asks has. A hub that is asked answers for itself, and asks those below it whose filters
 * it has. In {@code tree} a county has filters of its neighbours and asks its province about the
 * rest; in {@code country} it has those of everybody it would be told of.
 */
final class HolderSearch {
  /** Who has which filters. */
  enum Arrangement {
    TREE,
    COUNTRY
  }

  private final Regions regions;
  private final Arrangement arrangement;
  private final double wrong;
  private final SplittableRandom random;
  private Visit visit = new Visit(0, new int[0]);
  private final long[] visitsTo = new long[Found.MOST + 1];
  private final long[] callsTo = new long[Found.MOST + 1];
  private long visits;
  private long calls;
  private long needless;
  private long none;
  private long local;
  private long waves;

  /**
   * @param wrong share of holders a filter wrongly does not rule out
   */
  HolderSearch(Regions regions, Arrangement arrangement, double wrong, long seed) {
    this.regions = regions;
    this.arrangement = arrangement;
    this.wrong = wrong;
    this.random = new SplittableRandom(seed);
  }

  /**
   * What came of many look-ups, each a mean.
   *
   * @param calls of one look-up, between any two hubs
   * @param needless calls to hubs that had nothing, nor had anybody below them
   * @param silent share of look-ups that made no call at all
   * @param silentWhereLocal the same, of those whose holder has licences in the asking hub at most
   * @param waves calls that had to wait for each other, the longest row of each look-up
   * @param byHubs calls of look-ups of holders whom 0, 1, 2 … other hubs have licences of; the last
   *     is of those who have them in so many or more
   */
  record Found(
      double calls,
      double needless,
      double silent,
      double silentWhereLocal,
      double waves,
      List<Double> byHubs) {
    static final int MOST = 4;
  }

  Found found() {
    return new Found(
        (double) calls / visits,
        (double) needless / visits,
        (double) none / visits,
        (double) local / Math.max(1, visitsTo[0]),
        (double) waves / visits,
        IntStream.rangeClosed(0, Found.MOST)
            .mapToObj(it -> (double) callsTo[it] / Math.max(1, visitsTo[it]))
            .toList());
  }

  void lookUp(Visit next) {
    visit = next;
    visits++;
    long before = calls;
    int depth = neighbours();
    depth = Math.max(depth, rest());
    waves += depth;
    int elsewhere = (int) Arrays.stream(next.hubs()).filter(it -> it != next.at()).count();
    visitsTo[Math.min(elsewhere, Found.MOST)]++;
    callsTo[Math.min(elsewhere, Found.MOST)] += calls - before;
    boolean silent = calls == before;
    none += silent ? 1 : 0;
    local += silent && elsewhere == 0 ? 1 : 0;
  }

  /** Siblings and the city, each by the filter of what it has itself. */
  private int neighbours() {
    int above = regions.parent()[visit.at()];
    int depth = 0;
    for (int it : regions.children()[above]) {
      if (it != visit.at()) {
        depth = Math.max(depth, ask(it));
      }
    }
    return regions.level(above) == 1 ? Math.max(depth, askAlone(above)) : depth;
  }

  /** The province, its other cities, the other provinces. */
  private int rest() {
    int province = regions.province(visit.at());
    int first = 0;
    if (arrangement == Arrangement.TREE) {
      calls++;
      first = 1;
    }
    int depth = arrangement == Arrangement.TREE ? 0 : askAlone(province);
    int city = regions.parent()[visit.at()];
    for (int it : regions.children()[province]) {
      if (regions.level(it) == 1 && it != city) {
        depth = Math.max(depth, ask(it));
      }
    }
    for (int it : IntStream.range(0, Regions.PROVINCES).filter(it -> it != province).toArray()) {
      depth = Math.max(depth, ask(it));
    }
    return first + depth;
  }

  /** By the filter of what it has itself and of all below it; tells how many calls in a row. */
  private int ask(int hub) {
    boolean has = Arrays.stream(visit.hubs()).anyMatch(it -> regions.within(it, hub));
    if (!has && random.nextDouble() >= wrong) {
      return 0;
    }
    count(has);
    int depth = 0;
    for (int it : regions.children()[hub]) {
      depth = Math.max(depth, ask(it));
    }
    return 1 + depth;
  }

  /** By the filter of what it has itself. */
  private int askAlone(int hub) {
    boolean has = Arrays.stream(visit.hubs()).anyMatch(it -> it == hub);
    if (!has && random.nextDouble() >= wrong) {
      return 0;
    }
    count(has);
    return 1;
  }

  private void count(boolean has) {
    calls++;
    needless += has ? 0 : 1;
  }
}
