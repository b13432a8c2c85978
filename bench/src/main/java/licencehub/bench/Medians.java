package licencehub.bench;

import java.util.Arrays;

/** One figure measured several times: the median counts, the spread is shown. */
record Medians(double[] values) {
  /** Measures something once; the round is numbered from 0. */
  interface Measure {
    double once(int round) throws Exception;
  }

  static Medians of(int rounds, Measure measure) throws Exception {
    double[] values = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      values[i] = measure.once(i);
    }
    Arrays.sort(values);
    return new Medians(values);
  }

  double median() {
    return values[values.length / 2];
  }

  double least() {
    return values[0];
  }

  double most() {
    return values[values.length - 1];
  }
}
