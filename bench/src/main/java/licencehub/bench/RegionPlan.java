package licencehub.bench;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import licencehub.bench.HolderSearch.Arrangement;
import licencehub.bench.HolderSearch.Found;

/** A simulation of hubs of all regions which exchange filters of their holders. */
final class RegionPlan {
  private static final List<String> LEVELS = List.of("province", "city", "county");
  private static final long SEED = 20_261_122;
  private static final double WORKING_DAYS = 250;

  /** Of a filter that is about to be followed by a larger one: 10.7 bits a holder. */
  private static final double WRONG = Math.pow(1 - Math.exp(-0.7 * 15 / 16), 7);

  private final Country country;
  private final int sample;
  private final int visits;
  private final Table table;
  private final Regions regions = Regions.of(SEED);
  private final double[] own = new double[regions.count()];
  private final double[] all = new double[regions.count()];

  /**
   * @param sample holders drawn, who stand for all
   * @param visits look-ups drawn
   */
  RegionPlan(Country country, int sample, int visits, Table table) {
    this.country = country;
    this.sample = sample;
    this.visits = visits;
    this.table = table;
  }

  void print() {
    draw();
    table.row(
        "hubs",
        text(
            "%d provinces, %d cities, %,d counties",
            Regions.PROVINCES, Regions.CITIES, Regions.COUNTIES),
        text("%.2f hubs have licences of one holder", sum(own) / holders()));
    for (int level = 2; level >= 0; level--) {
      filters(level);
    }
    for (Arrangement it : Arrangement.values()) {
      Exchange exchange = new Exchange(regions, it, own, all);
      had(exchange);
      shipped(exchange);
      lookUps(it);
    }
    ages();
  }

  /** How many holders each filter has, from a sample. */
  private void draw() {
    Residents residents = new Residents(regions, SEED);
    double each = holders() / sample;
    int[] seen = new int[regions.count()];
    for (int i = 1; i <= sample; i++) {
      for (int hub : residents.hubs()) {
        own[hub] += each;
        for (int at = hub; at >= 0 && seen[at] != i; at = regions.parent()[at]) {
          seen[at] = i;
          all[at] += each;
        }
      }
    }
  }

  private void filters(int level) {
    double[] sizes = of(level).mapToDouble(it -> Exchange.bytes(all[it])).sorted().toArray();
    double[] holders = of(level).mapToDouble(it -> all[it]).toArray();
    table.row(
        "filter of a " + LEVELS.get(level) + (level < 2 ? " and all below it" : ""),
        text(
            "%s in the mean, %s the largest, %,.1f million holders in the mean",
            bytes(sum(sizes) / sizes.length),
            bytes(sizes[sizes.length - 1]),
            sum(holders) / holders.length / 1e6),
        text("%.1f bits a holder when made, 10 when full", Exchange.BITS));
  }

  private void had(Exchange exchange) {
    for (int level = 2; level >= 0; level--) {
      double[] memory = of(level).mapToDouble(exchange::memory).sorted().toArray();
      double count = of(level).mapToDouble(it -> exchange.had(it).size()).average().orElseThrow();
      table.row(
          name(exchange.arrangement()) + ": filters a " + LEVELS.get(level) + " has of others",
          text(
              "%.0f; %s in the mean, %s the most",
              count, bytes(sum(memory) / memory.length), bytes(memory[memory.length - 1])),
          "");
    }
  }

  private void shipped(Exchange exchange) {
    String name = name(exchange.arrangement());
    table.row(
        name + ": messages a day, all hubs, each filter asked for every minute",
        text("%,.0f million", 2 * exchange.questions() / 1e6),
        text("the busiest hub answers %,.1f/s", exchange.busiest()));
    table.row(
        name + ": bytes a day, all hubs",
        text(
            "%s of additions and %s of messages around them",
            bytes(exchange.added()), bytes(exchange.idle())),
        text(
            "%s to send every filter whole once, every %.1f years",
            bytes(exchange.whole()), Exchange.years()));
  }

  private void lookUps(Arrangement arrangement) {
    HolderSearch search = new HolderSearch(regions, arrangement, WRONG, SEED);
    Residents residents = new Residents(regions, SEED + 1);
    for (int i = 0; i < visits; i++) {
      search.lookUp(residents.visit());
    }
    Found found = search.found();
    double aDay = country.lookUpsAYear() / WORKING_DAYS;
    table.row(
        name(arrangement) + ": calls of a look-up by holder",
        text(
            "%.2f, of them %.3f needless; %.2f one after the other",
            found.calls(), found.needless(), found.waves()),
        text("%,.1f million needless a working day", found.needless() * aDay / 1e6));
    table.row(
        name(arrangement) + ": calls, by how many other hubs have licences of the holder",
        IntStream.rangeClosed(0, Found.MOST)
            .mapToObj(
                it ->
                    text(
                        "%d%s: %.2f",
                        it, it == Found.MOST ? " or more" : "", found.byHubs().get(it)))
            .collect(joining(", ")),
        text("a filter lets %.2f %% of others through", 100 * WRONG));
    table.row(
        name(arrangement) + ": look-ups that ask nobody",
        text("%.1f %%", 100 * found.silent()),
        text(
            "%.1f %% of those whose holder has nothing elsewhere", 100 * found.silentWhereLocal()));
  }

  private void ages() {
    for (int hops = 1; hops <= LEVELS.size(); hops++) {
      FilterAges ages = FilterAges.of(hops, visits, SEED);
      table.row(
          text(
              "a holder is known to those who have the filter of the %s",
              List.of("same hub", "city above", "province above").get(hops - 1)),
          text("half after %.0f s, 99 %% after %.0f s", ages.at(0.5), ages.at(0.99)),
          hops == 1 ? "1 hop" : hops + " hops");
    }
  }

  private double holders() {
    return country.persons() + country.organisations();
  }

  private IntStream of(int level) {
    return IntStream.range(0, regions.count()).filter(it -> regions.level(it) == level);
  }

  private static double sum(double[] values) {
    return java.util.Arrays.stream(values).sum();
  }

  private static String name(Arrangement it) {
    return it.name().toLowerCase(Locale.ROOT);
  }

  private static String bytes(double it) {
    return it >= 1e9 ? text("%,.1f GB", it / 1e9) : text("%,.1f MB", it / 1e6);
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, List.of(values).toArray());
  }
}
