package licencehub.verification;

import java.util.ArrayList;
import java.util.List;
import licencehub.verification.envelope.Bounds;
import licencehub.verification.x509.CertificatePaths;
import licencehub.verification.x509.Certificates;
import licencehub.verification.x509.ParsedCertificate;

/** Makes verifiers. */
public final class SignatureVerifiers {
  private SignatureVerifiers() {}

  /** A verifier for envelopes of at most 4 MiB; safe for many threads. */
  public static SignatureVerifier of(Policy policy, Trust trust, Revocations revocations) {
    return of(policy, trust, revocations, Bounds.USUAL.bytes());
  }

  /**
   * @param bytes size of the largest envelope it takes
   */
  public static SignatureVerifier of(
      Policy policy, Trust trust, Revocations revocations, int bytes) {
    Signers signers = signers(trust, revocations);
    return new Examiner(
        policy, new EnvelopeReader(Bounds.USUAL.withBytes(bytes), signers.certificates()), signers);
  }

  static Signers signers(Trust trust, Revocations revocations) {
    List<ParsedCertificate> anchors = Trust.parsed(trust.anchors());
    List<ParsedCertificate> intermediates = Trust.parsed(trust.intermediates());
    List<ParsedCertificate> all = new ArrayList<>(Trust.parsed(trust.signers()));
    all.addAll(anchors);
    all.addAll(intermediates);
    return new Signers(
        new Certificates(all), new CertificatePaths(anchors, intermediates), revocations);
  }
}
