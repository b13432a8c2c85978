package licencehub.verification;

import java.util.Set;
import licencehub.model.Digest;
import licencehub.model.VerificationReport;

/**
 * A report together with who signed.
 *
 * @param signers SHA-256 of the certificate of every signature that verified
 */
public record Examination(VerificationReport report, Set<Digest> signers) {
  public Examination {
    signers = Set.copyOf(signers);
  }
}
