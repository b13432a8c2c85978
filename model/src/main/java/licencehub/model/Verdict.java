package licencehub.model;

/** What a policy makes of the evidence. */
public sealed interface Verdict {
  /** Every check that had to pass has passed. */
  record Trusted() implements Verdict {}

  /** At least one check failed for good; the same bytes will never be trusted. */
  record Rejected(Finding finding) implements Verdict {}

  /** Nothing failed for good, but something could not be established now. */
  record Undecided(Finding finding) implements Verdict {}
}
