package licencehub.bench;

/**
 * What a share of a country needs, by what was measured of one node.
 *
 * @param bytes on disk of an event with its indexes and its part of the ledger
 * @param ingest events a second a node verifies and files
 * @param lookUps a second a node answers, authorised, logged and with proof
 */
record Needs(double bytes, double ingest, double lookUps) {
  /** No node is planned to do more than this of what it can at the busiest moment. */
  static final double FULL = 0.5;

  /** What a node is planned to hold, one copy: its backup is to fit into a night. */
  static final double MOST_BYTES = 4e12;

  /** An access with its entry in the index of subjects. */
  static final double ACCESS_BYTES = 500;

  /** Leaf and inner hashes with their keys, a row each. */
  static final double LEDGER_BYTES = 60;

  /** Nodes for so many years of a share of the country, the tightest need counting. */
  int nodes(Country country, double share, double years) {
    double disk = bytes(country, share, years) / MOST_BYTES;
    double writes = Country.busiest(country.eventsAYear() * share) / (ingest * FULL);
    double reads = Country.busiest(country.lookUpsAYear() * share) / (lookUps * FULL);
    return (int) Math.max(1, Math.ceil(Math.max(disk, Math.max(writes, reads))));
  }

  /** Events and the accesses of a year, one copy. */
  double bytes(Country country, double share, double years) {
    return share * (country.events(years) * bytes + country.lookUpsAYear() * ACCESS_BYTES);
  }
}
