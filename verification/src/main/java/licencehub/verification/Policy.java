package licencehub.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import licencehub.model.VerificationReport;

/**
 * What evidence must show to be trusted. A value: the same evidence, policy and moment always give
 * the same report.
 *
 * @param name name and version, written into every report
 * @param algorithms the only ones allowed
 * @param revocationRequired whether a current revocation list is needed for every certificate of
 *     the path; a certificate known to be revoked fails either way
 * @param staleAfter age from which a list counts as stale; past its own next update it always does
 * @param whenStale what a stale list leads to where revocation is required
 * @param clockSkew how far a signer's clock may run ahead
 */
public record Policy(
    String name,
    Set<Algorithm> algorithms,
    boolean revocationRequired,
    Duration staleAfter,
    WhenStale whenStale,
    Duration clockSkew) {
  /** What a stale revocation list leads to. */
  public enum WhenStale {
    /** The signature is refused for good. */
    REJECT,
    /** It waits until the list is current again. */
    UNDECIDED,
    /** The stale list is believed. */
    ACCEPT
  }

  public Policy {
    algorithms = Set.copyOf(algorithms);
    if (algorithms.isEmpty() || staleAfter.isNegative() || clockSkew.isNegative()) {
      throw new IllegalArgumentException(
          "policy " + name + " needs an algorithm and durations that are not negative");
    }
  }

  /** All algorithms, lists required and at most a day old, undecided when stale, five minutes. */
  public static Policy usual(String name) {
    return new Policy(
        name,
        EnumSet.allOf(Algorithm.class),
        true,
        Duration.ofDays(1),
        WhenStale.UNDECIDED,
        Duration.ofMinutes(5));
  }

  /** The report on this evidence; every check is in it, whatever the others found. */
  public VerificationReport judge(Evidence evidence, Instant at) {
    return new VerificationReport(name, at, new Judgement(this, at).findings(evidence));
  }
}
