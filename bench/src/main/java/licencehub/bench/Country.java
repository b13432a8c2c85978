package licencehub.bench;

/**
 * What a country's hubs have to keep and to answer. Nothing here is measured: each figure is an
 * assumption, and {@code docs/scale.md} says why it was made.
 *
 * @param business of all licences, those held by organisations
 * @param news events a licence has in a year: changes, renewals, the end
 * @param cases a person has in a year
 * @param steps events of a case
 * @param visits of a person to a counter in a year
 * @param lookUps licences looked at in a visit
 */
record Country(
    double persons,
    double organisations,
    double licences,
    double business,
    double news,
    double cases,
    double steps,
    double visits,
    double lookUps) {
  static final Country CHINA = new Country(1.4e9, 180e6, 10e9, 0.15, 0.15, 1, 6, 6, 5);

  /** Working days, and hours of each. */
  private static final double BUSY_SECONDS_A_YEAR = 250.0 * 8 * 3600;

  /** The busiest moment over the mean of working hours. */
  private static final double PEAK = 5;

  double eventsAYear() {
    return licences * news + persons * cases * steps;
  }

  double lookUpsAYear() {
    return persons * visits * lookUps;
  }

  /** Events when so many years have been kept, beginning with one for each licence. */
  double events(double years) {
    return licences + years * eventsAYear();
  }

  /** So many a year, a second of the busiest moment. */
  static double busiest(double aYear) {
    return aYear / BUSY_SECONDS_A_YEAR * PEAK;
  }
}
