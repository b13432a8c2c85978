package licencehub.verification;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import licencehub.model.Digest;
import licencehub.verification.envelope.Bounds;
import licencehub.verification.envelope.CertificateIndex;
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
    List<ParsedCertificate> anchors = Trust.parsed(trust.anchors());
    List<ParsedCertificate> intermediates = Trust.parsed(trust.intermediates());
    List<ParsedCertificate> signers = Trust.parsed(trust.signers());
    List<ParsedCertificate> all = new ArrayList<>(signers);
    all.addAll(anchors);
    all.addAll(intermediates);
    Certificates certificates = new Certificates(all);
    return new Examiner(
        policy,
        new EnvelopeReader(Bounds.USUAL.withBytes(bytes), certificates, index(signers)),
        certificates,
        new CertificatePaths(anchors, intermediates),
        revocations);
  }

  private static CertificateIndex index(List<ParsedCertificate> signers) {
    Map<Name, Digest> byName = new HashMap<>();
    for (ParsedCertificate it : signers) {
      byName.put(
          new Name(it.x509().getIssuerX500Principal(), it.x509().getSerialNumber()), it.id());
    }
    return (issuer, serial) -> Optional.ofNullable(byName.get(new Name(issuer, serial)));
  }

  private record Name(X500Principal issuer, BigInteger serial) {}
}
