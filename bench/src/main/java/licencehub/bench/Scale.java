package licencehub.bench;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import licencehub.bench.Provinces.Province;

/** A plan for a country, worked out of what was measured of one node. */
record Scale(Country country, Needs node) {
  private static final int PARTITIONS = 4_096;
  private static final long SEED = 20_261_122;
  private static final double YEARS = 5;
  private static final int COPIES = 3;

  /** What a disk or a network gives to a backup. */
  private static final double BACKUP_BYTES_A_SECOND = 200e6;

  /** One event on its way to those who follow: the document and its headers. */
  private static final double FEED_BYTES = 1_500;

  /** One answer with its proof. */
  private static final double ANSWER_BYTES = 4_000;

  void print(Table table) {
    whole(table);
    years(table);
    provinces(table);
    partitions(table);
  }

  private void whole(Table table) {
    double writes = Country.busiest(country.eventsAYear());
    double reads = Country.busiest(country.lookUpsAYear());
    table.row(
        "the busiest moment",
        text("%,.0f events/s, %,.0f look-ups/s", writes, reads),
        text("%.1f and %.1f × this node", writes / node.ingest(), reads / node.lookUps()));
    table.row(
        "network at that moment",
        text(
            "%,.0f MB/s for each follower of the whole feed, %,.0f MB/s of answers",
            writes * FEED_BYTES / 1e6, reads * ANSWER_BYTES / 1e6),
        "");
  }

  private void years(Table table) {
    for (double years : new double[] {0, 1, YEARS}) {
      double bytes = node.bytes(country, 1, years);
      table.row(
          text("after %.0f years", years),
          text(
              "%,.1f thousand million events, %,.0f TB, %,.0f TB in %d copies",
              country.events(years) / 1e9, bytes / 1e12, bytes * COPIES / 1e12, COPIES),
          text("%d nodes", node.nodes(country, 1, years)));
    }
    table.row(
        "each year more",
        text(
            "%,.1f TB of events, of it %,.2f TB of ledger; %,.1f TB of accesses",
            country.eventsAYear() * node.bytes() / 1e12,
            country.eventsAYear() * Needs.LEDGER_BYTES / 1e12,
            country.lookUpsAYear() * Needs.ACCESS_BYTES / 1e12),
        "");
  }

  /** A library for each province, or several where one is not enough. */
  private void provinces(Table table) {
    double all = Provinces.millions();
    List<Province> provinces = Provinces.all();
    int libraries = provinces.stream().mapToInt(it -> libraries(it, all)).sum();
    table.row(
        text("libraries after %.0f years, by province", YEARS),
        provinces.stream().map(it -> it.name() + " " + libraries(it, all)).collect(joining(", ")),
        text("%d libraries", libraries));
    double most =
        provinces.stream()
            .mapToDouble(it -> bytes(it, all) / libraries(it, all))
            .max()
            .orElseThrow();
    table.row(
        "the largest library",
        text(
            "%,.1f TB, %.1f hours for a whole backup at %.0f MB/s",
            most / 1e12, most / BACKUP_BYTES_A_SECOND / 3600, BACKUP_BYTES_A_SECOND / 1e6),
        "");
  }

  private int libraries(Province it, double all) {
    return node.nodes(country, it.millions() / all, YEARS);
  }

  private double bytes(Province it, double all) {
    return node.bytes(country, it.millions() / all, YEARS);
  }

  /** One library for the country instead, dealt out by the hash of the holder. */
  private void partitions(Table table) {
    Deal deal = Deal.of(country, PARTITIONS, SEED);
    int needed = node.nodes(country, 1, YEARS);
    for (int nodes : new int[] {PARTITIONS, 16, 64, 256, needed}) {
      double uneven = deal.uneven(nodes);
      table.row(
          text(
              nodes == PARTITIONS ? "the fullest of %,d partitions" : "the fullest of %,d nodes",
              nodes),
          text("%,.1f million licences", deal.all() / nodes * uneven / 1e6),
          text("%.2f × the mean", uneven));
    }
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, List.of(values).toArray());
  }
}
