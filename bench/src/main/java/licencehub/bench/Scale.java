package licencehub.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A country's licences dealt out to hash partitions of their holders, and these to nodes: every
 * holder is drawn, with a number of licences from a flat spread for persons and from a power law
 * with a heavy tail for organisations, whose largest ones are what makes partitions uneven.
 *
 * @param bytes on disk of a licence with all its events, indexes and ledger, measured
 * @param ingest records a second a node verifies and files, measured
 * @param lookUps a second a node answers, authorised, logged and with proof, measured
 */
record Scale(double bytes, double ingest, double lookUps) {
  private static final long PERSONS = 1_400_000_000L;
  private static final long ORGANISATIONS = 180_000_000L;
  private static final double LICENCES = 10e9;
  private static final int PARTITIONS = 4_096;

  /** Of all licences, those held by organisations. */
  private static final double BUSINESS = 0.15;

  /**
   * A power law with a heavy tail: most organisations hold a few, some hold hundreds of thousands.
   */
  private static final double TAIL = 1.2;

  private static final double LARGEST = 500_000;

  /**
   * A licence is issued once, and changed, renewed or ended half as often; half expire in ten
   * years.
   */
  private static final double EVENTS_A_YEAR = LICENCES / 10 * 1.5;

  /** Everybody at a counter six times a year, each time five documents. */
  private static final double LOOKS_A_YEAR = PERSONS * 6.0 * 5;

  private static final double BUSY_SECONDS_A_YEAR = 250.0 * 8 * 3600;

  /** The busiest moment over the mean of working hours. */
  private static final double PEAK = 5;

  private static final int COPIES = 3;

  void print(Table table) {
    double[] weights = deal();
    for (int nodes : new int[] {8, 32, 128}) {
      row(table, nodes, weights);
    }
    double mean = Arrays.stream(weights).average().orElseThrow();
    double most = Arrays.stream(weights).max().orElseThrow();
    table.row(
        "the fullest of 4,096 partitions",
        number(most) + " licences",
        Table.ratio(most / mean, "the mean"));
  }

  private void row(Table table, int nodes, double[] weights) {
    double[] each = new double[nodes];
    for (int i = 0; i < weights.length; i++) {
      each[i % nodes] += weights[i];
    }
    double uneven = Arrays.stream(each).max().orElseThrow() / (LICENCES / nodes);
    double terabytes = LICENCES / nodes * uneven * bytes * COPIES / 1e12;
    double needed = EVENTS_A_YEAR / BUSY_SECONDS_A_YEAR * PEAK / nodes * uneven;
    double asked = LOOKS_A_YEAR / BUSY_SECONDS_A_YEAR * PEAK / nodes * uneven;
    table.row(
        nodes + " nodes",
        String.format(
            Locale.ROOT,
            "%s licences and %.1f TB with %d copies on the fullest; at the busiest %,.0f events/s,"
                + " %,.0f look-ups/s",
            number(LICENCES / nodes * uneven),
            terabytes,
            COPIES,
            needed,
            asked),
        String.format(
            Locale.ROOT,
            "%.2f × the mean; %.0f %% of this machine's ingest, %.0f %% of its look-ups",
            uneven,
            100 * needed / ingest,
            100 * asked / lookUps));
  }

  /** Licences in each partition. */
  private static double[] deal() {
    SplittableRandom random = new SplittableRandom(20_261_122);
    double[] weights = new double[PARTITIONS];
    double mean = LICENCES * (1 - BUSINESS) / PERSONS;
    for (long i = 0; i < PERSONS; i++) {
      // Half the mean to one and a half times it.
      weights[random.nextInt(PARTITIONS)] += mean * (0.5 + random.nextDouble());
    }
    double[] organised = new double[PARTITIONS];
    for (long i = 0; i < ORGANISATIONS; i++) {
      organised[random.nextInt(PARTITIONS)] +=
          Math.min(LARGEST, Math.pow(1 - random.nextDouble(), -1 / TAIL));
    }
    double all = Arrays.stream(organised).sum();
    for (int i = 0; i < PARTITIONS; i++) {
      weights[i] += organised[i] / all * LICENCES * BUSINESS;
    }
    return weights;
  }

  private static String number(double licences) {
    return String.format(Locale.ROOT, "%,.1f million", licences / 1e6);
  }
}
