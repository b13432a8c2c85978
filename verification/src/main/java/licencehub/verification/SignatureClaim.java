package licencehub.verification;

import java.time.Instant;
import java.util.List;
import licencehub.model.Digest;
import org.jspecify.annotations.Nullable;

/**
 * One signature as the envelope states it.
 *
 * @param algorithm the name policies use: SM2-SM3, ES256, EdDSA, PS256, RS256
 * @param keyId SHA-256 of the signer's certificate where the envelope names it
 * @param certificates DER certificates the envelope brings along
 * @param signed the exact bytes the signature covers
 * @param signature DER or raw, as the algorithm has it
 * @param signedAt the time the signer claims, where there is one
 */
public record SignatureClaim(
    String algorithm,
    @Nullable Digest keyId,
    List<byte[]> certificates,
    byte[] signed,
    byte[] signature,
    @Nullable Instant signedAt) {
  public SignatureClaim {
    certificates = List.copyOf(certificates);
  }
}
