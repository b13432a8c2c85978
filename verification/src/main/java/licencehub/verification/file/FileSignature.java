package licencehub.verification.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import licencehub.model.Finding;
import licencehub.verification.envelope.Claim;
import org.jspecify.annotations.Nullable;

/**
 * One signature as an engine found it.
 *
 * @param checks what needs neither keys nor a policy, already decided
 * @param claim who is said to have signed what; null when it could not be taken apart
 * @param covered the bytes signed, where they are too many for the claim to hold
 * @param seal the seal it was made with, if any
 */
public record FileSignature(
    List<Finding> checks,
    @Nullable Claim claim,
    @Nullable Covered covered,
    @Nullable SealClaim seal) {
  public FileSignature {
    checks = List.copyOf(checks);
  }

  /** Bytes read from the file as often as asked. */
  public interface Covered {
    InputStream open() throws IOException;
  }
}
