package licencehub.federation.message;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import licencehub.model.Digest;
import licencehub.model.Verdict;
import licencehub.verification.Envelope;
import licencehub.verification.Examination;
import licencehub.verification.Revocations;
import licencehub.verification.SignatureVerifier;
import licencehub.verification.SignatureVerifiers;
import licencehub.verification.Trust;

/** Opens what one hub signed. Safe for many threads. */
public final class SignedByPeer {
  private static final int MOST_BYTES = 64 << 20;

  private final Digest signer;
  private final SignatureVerifier verifier;

  /**
   * @param trust its one signer and where that leads: no other is believed
   */
  public SignedByPeer(Trust trust) {
    this.signer = Trust.id(trust.signers().getFirst());
    this.verifier =
        SignatureVerifiers.of(MessageReader.policy(), trust, Revocations.none(), MOST_BYTES);
  }

  /** What a DSSE envelope holds; empty where the hub did not sign it. */
  public Optional<byte[]> payload(byte[] bytes, Instant now) {
    if (!(verifier.open(bytes) instanceof Envelope.Opened opened)) {
      return Optional.empty();
    }
    Examination examination = verifier.examine(opened, now);
    return examination.report().verdict() instanceof Verdict.Trusted
            && examination.signers().equals(Set.of(signer))
        ? Optional.of(opened.payload())
        : Optional.empty();
  }
}
