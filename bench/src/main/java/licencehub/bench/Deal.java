package licencehub.bench;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A country's licences dealt out to hash partitions of their holders: every holder is drawn, with a
 * number of licences from a flat spread for persons and from a power law with a heavy tail for
 * organisations, whose largest ones are what makes partitions uneven.
 *
 * @param licences in each partition
 */
record Deal(double[] licences) {
  /** Most organisations hold a few, some hold hundreds of thousands. */
  private static final double TAIL = 1.2;

  private static final double LARGEST = 500_000;

  static Deal of(Country country, int partitions, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] persons = new double[partitions];
    for (long i = 0; i < (long) country.persons(); i++) {
      // Half the mean to one and a half times it.
      persons[random.nextInt(partitions)] += 0.5 + random.nextDouble();
    }
    double[] organisations = new double[partitions];
    for (long i = 0; i < (long) country.organisations(); i++) {
      organisations[random.nextInt(partitions)] +=
          Math.min(LARGEST, Math.pow(1 - random.nextDouble(), -1 / TAIL));
    }
    double ofPersons = country.licences() * (1 - country.business()) / sum(persons);
    double ofOrganisations = country.licences() * country.business() / sum(organisations);
    double[] licences = new double[partitions];
    for (int i = 0; i < partitions; i++) {
      licences[i] = persons[i] * ofPersons + organisations[i] * ofOrganisations;
    }
    return new Deal(licences);
  }

  double all() {
    return sum(licences);
  }

  /** How much more than the mean the fullest of so many nodes has, dealt partitions in turn. */
  double uneven(int nodes) {
    double[] each = new double[nodes];
    for (int i = 0; i < licences.length; i++) {
      each[i % nodes] += licences[i];
    }
    return Arrays.stream(each).max().orElseThrow() / (all() / nodes);
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }
}
