package licencehub.routes;

import java.util.Set;
import licencehub.connectors.SourceConfig;
import licencehub.model.Digest;
import licencehub.model.code.SourceId;
import licencehub.model.event.Mandate;
import licencehub.verification.FileVerifier;
import licencehub.verification.SignatureVerifier;

/**
 * What decides about one source's records.
 *
 * @param trust whether its channel alone is trusted with case data
 * @param signers SHA-256 of the certificates that may sign for it
 * @param files verifies its licence files, under the same policy
 */
public record SourceRules(
    SourceConfig config,
    Trust trust,
    Mandate mandate,
    Set<Digest> signers,
    SignatureVerifier verifier,
    FileVerifier files) {
  /** What a source's records must bring along. */
  public enum Trust {
    /** Every record carries its own signature. */
    SIGNED,
    /** Case data is believed because of the way it came; a licence still needs its signature. */
    CHANNEL
  }

  public SourceRules {
    signers = Set.copyOf(signers);
  }

  public SourceId id() {
    return config.id();
  }
}
