package licencehub.verification.file;

import java.time.Instant;
import licencehub.model.Digest;
import licencehub.verification.envelope.Claim;

/**
 * What a seal says about itself.
 *
 * @param id SHA-256 of the whole seal
 * @param identifier esID, shown short
 * @param name as its maker wrote it, shown short
 * @param maker the seal maker's own signature; its time is when the seal was made
 * @param from when it may first be used
 * @param to when it may last be used
 */
public record SealClaim(
    Digest id, String identifier, String name, Claim maker, Instant from, Instant to) {}
