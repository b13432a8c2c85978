package licencehub.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import licencehub.model.Finding.Result;

/**
 * All findings of one verification under one policy; the verdict follows from them and is never
 * set.
 *
 * @param policy the policy's name and version
 * @param at the moment judged for, normally when the hub received the bytes
 */
public record VerificationReport(String policy, Instant at, List<Finding> findings) {
  public VerificationReport {
    findings = List.copyOf(findings);
  }

  /** Rejected by the first final failure, else undecided by the first passing one, else trusted. */
  public Verdict verdict() {
    Verdict undecided = null;
    for (Finding finding : findings) {
      if (finding.result() == Result.FAILED) {
        if (Objects.requireNonNull(finding.reason()).isFinal()) {
          return new Verdict.Rejected(finding);
        }
        undecided = undecided == null ? new Verdict.Undecided(finding) : undecided;
      }
    }
    return undecided == null ? new Verdict.Trusted() : undecided;
  }
}
