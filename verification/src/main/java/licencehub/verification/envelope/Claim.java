package licencehub.verification.envelope;

import java.time.Instant;
import java.util.List;
import licencehub.model.Digest;
import org.jspecify.annotations.Nullable;

/**
 * One signature as a form states it.
 *
 * @param algorithm the name the envelope gives, or empty where it leaves that to the key
 * @param direct whether {@code signed} is the content itself, without attributes between
 */
public record Claim(
    String algorithm,
    @Nullable Digest keyId,
    List<byte[]> certificates,
    boolean direct,
    byte[] signed,
    byte[] signature,
    @Nullable Instant signedAt) {
  public Claim {
    certificates = List.copyOf(certificates);
  }
}
