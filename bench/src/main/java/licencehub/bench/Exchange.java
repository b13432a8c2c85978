package licencehub.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import licencehub.bench.HolderSearch.Arrangement;

/**
 * Who has filters of whom, and what it takes to keep them up to date, asking once a minute.
 *
 * @param own holders in each hub's own filter
 * @param all holders in each hub's filter of itself and all below it
 */
record Exchange(Regions regions, Arrangement arrangement, double[] own, double[] all) {
  /** Bits a holder takes in a filter that has just been made, which is when it is largest. */
  static final double BITS = 70.0 / 6;

  private static final double ASKED_A_DAY = 24 * 60;

  /** A signed question, and a signed answer without any addition. Assumed of what DSSE adds. */
  private static final double QUESTION_BYTES = 1_200;

  private static final double ANSWER_BYTES = 1_500;

  /** Bytes on the way for one of a filter: base64 in JSON, and that in base64 once more. */
  private static final double CODED = 16.0 / 9;

  private static final double HASH_BYTES = 16;
  private static final double PIECE_BYTES = 1 << 20;

  /** Assumed: holders a hub had none of before, of a hundred it has, each year. */
  private static final double NEW_A_YEAR = 0.04;

  private static final double WORKING_DAYS = 250;

  /**
   * Whose filter a hub has.
   *
   * @param all whether of all below it as well
   */
  record Had(int of, boolean all) {}

  /** Filters that a hub has. */
  List<Had> had(int hub) {
    List<Had> had = new ArrayList<>();
    int[] below = regions.children()[hub];
    Arrays.stream(below).forEach(it -> had.add(new Had(it, true)));
    int province = regions.province(hub);
    if (hub == province) {
      others(had, IntStream.range(0, Regions.PROVINCES).toArray(), hub);
      return had;
    }
    int above = regions.parent()[hub];
    others(had, regions.children()[above], hub);
    if (above != province) {
      had.add(new Had(above, false));
    }
    if (arrangement == Arrangement.COUNTRY) {
      had.add(new Had(province, false));
      if (above != province) {
        others(had, regions.children()[province], above);
      }
      others(had, IntStream.range(0, Regions.PROVINCES).toArray(), province);
    }
    return had;
  }

  private static void others(List<Had> had, int[] hubs, int but) {
    Arrays.stream(hubs).filter(it -> it != but).forEach(it -> had.add(new Had(it, true)));
  }

  double holders(Had it) {
    return it.all() ? all[it.of()] : own[it.of()];
  }

  static double bytes(double holders) {
    return holders * BITS / Byte.SIZE;
  }

  /** Of all filters a hub has. */
  double memory(int hub) {
    return had(hub).stream().mapToDouble(it -> bytes(holders(it))).sum();
  }

  /** Questions a day; there is an answer to each. */
  double questions() {
    return everybody().mapToDouble(it -> had(it).size() * ASKED_A_DAY).sum();
  }

  /** Questions a second the busiest hub answers. */
  double busiest() {
    double[] asked = new double[regions.count()];
    everybody().forEach(hub -> had(hub).forEach(it -> asked[it.of()]++));
    return Arrays.stream(asked).max().orElseThrow() * ASKED_A_DAY / (24 * 3600);
  }

  /** Bytes of a working day, of questions and answers that bring nothing. */
  double idle() {
    return questions() * (QUESTION_BYTES + ANSWER_BYTES);
  }

  /** Bytes of a working day, of what was added. */
  double added() {
    return sum() * NEW_A_YEAR / WORKING_DAYS * HASH_BYTES * CODED;
  }

  /** Bytes of sending every filter whole, once. */
  double whole() {
    double bytes = bytes(sum());
    return bytes * CODED + bytes / PIECE_BYTES * (QUESTION_BYTES + ANSWER_BYTES);
  }

  /** How many years a generation lasts: from six sevenths of its capacity to fifteen sixteenths. */
  static double years() {
    return (15.0 / 16 * 7 / 6 - 1) / NEW_A_YEAR;
  }

  private double sum() {
    return everybody().mapToDouble(it -> had(it).stream().mapToDouble(this::holders).sum()).sum();
  }

  private IntStream everybody() {
    return IntStream.range(0, regions.count());
  }
}
