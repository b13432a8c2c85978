package licencehub.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import licencehub.bench.Provinces.Province;

/**
 * Hubs of a country: 31 provinces, 333 cities and 2,844 counties, with the people who live there.
 * How many cities a province has is known; sizes within a province are drawn, log-normal, and
 * counties dealt to cities by the square root of their people, for remote counties are small.
 *
 * @param parent of each hub; -1 of provinces
 * @param persons in each hub's region, all below among them
 * @param children of each hub
 */
record Regions(int[] parent, double[] persons, int[][] children) {
  static final int PROVINCES = 31;
  static final int CITIES = 333;
  static final int COUNTIES = 2_844;

  private static final String CITIES_OF =
      "广东 21, 山东 16, 河南 17, 江苏 13, 四川 21, 河北 11, 湖南 14, 浙江 11, 安徽 16, 湖北 13, 广西 14, 云南 16,"
          + " 江西 11, 辽宁 14, 福建 9, 陕西 10, 贵州 9, 山西 11, 黑龙江 13, 新疆 14, 甘肃 14, 吉林 9, 内蒙古 12,"
          + " 海南 4, 宁夏 5, 青海 8, 西藏 7";

  /** Municipalities have counties and no cities. */
  private static final Map<String, Integer> COUNTIES_OF =
      Map.of("北京", 16, "天津", 16, "上海", 16, "重庆", 38);

  /** How unlike in size neighbours are: the deviation of the logarithm. */
  private static final double UNLIKE = 0.6;

  static Regions of(long seed) {
    return new Growing(new SplittableRandom(seed)).whole();
  }

  int count() {
    return parent.length;
  }

  /** 0 a province, 1 a city, 2 a county. */
  int level(int hub) {
    return hub < PROVINCES ? 0 : hub < PROVINCES + CITIES ? 1 : 2;
  }

  int province(int hub) {
    int at = hub;
    while (parent[at] >= 0) {
      at = parent[at];
    }
    return at;
  }

  /** Whether a hub is another one or lies below it. */
  boolean within(int hub, int above) {
    int at = hub;
    while (at >= 0 && at != above) {
      at = parent[at];
    }
    return at == above;
  }

  private static final class Growing {
    private final SplittableRandom random;
    private final List<Integer> parents = new ArrayList<>();
    private final List<Double> persons = new ArrayList<>();

    Growing(SplittableRandom random) {
      this.random = random;
    }

    Regions whole() {
      List<Province> provinces = Provinces.all();
      provinces.forEach(it -> add(-1, it.millions() * 1e6));
      for (String each : CITIES_OF.split(", ?", -1)) {
        String[] parts = each.strip().split(" ", 2);
        below(named(provinces, parts[0]), Integer.parseInt(parts[1]));
      }
      int[] counties = counties(provinces.size());
      for (int city = 0; city < CITIES; city++) {
        below(provinces.size() + city, counties[city]);
      }
      for (Province it : provinces) {
        below(named(provinces, it.name()), COUNTIES_OF.getOrDefault(it.name(), 0));
      }
      return regions();
    }

    private static int named(List<Province> provinces, String name) {
      return provinces.stream().map(Province::name).toList().indexOf(name);
    }

    private void add(int parent, double people) {
      parents.add(parent);
      persons.add(people);
    }

    private void below(int parent, int count) {
      double[] sizes = new double[count];
      Arrays.setAll(sizes, i -> Math.exp(UNLIKE * random.nextGaussian()));
      double all = Arrays.stream(sizes).sum();
      for (double it : sizes) {
        add(parent, persons.get(parent) * it / all);
      }
    }

    /** One for each city, and the rest by size: the largest remainders get one more. */
    private int[] counties(int first) {
      int direct = COUNTIES_OF.values().stream().mapToInt(it -> it).sum();
      int rest = COUNTIES - direct - CITIES;
      double[] due = new double[CITIES];
      Arrays.setAll(due, i -> Math.sqrt(persons.get(first + i)));
      double all = Arrays.stream(due).sum();
      int[] counties = new int[CITIES];
      for (int i = 0; i < CITIES; i++) {
        due[i] *= rest / all;
        counties[i] = 1 + (int) due[i];
        due[i] -= (int) due[i];
      }
      for (int left = rest + CITIES - Arrays.stream(counties).sum(); left > 0; left--) {
        int most = 0;
        for (int i = 1; i < CITIES; i++) {
          most = due[i] > due[most] ? i : most;
        }
        due[most] = 0;
        counties[most]++;
      }
      return counties;
    }

    private Regions regions() {
      int[] parent = parents.stream().mapToInt(it -> it).toArray();
      int[][] children = new int[parent.length][];
      for (int hub = 0; hub < parent.length; hub++) {
        int at = hub;
        children[hub] =
            java.util.stream.IntStream.range(0, parent.length)
                .filter(it -> parent[it] == at)
                .toArray();
      }
      double[] people = persons.stream().mapToDouble(it -> it).toArray();
      return new Regions(parent, people, children);
    }
  }
}
