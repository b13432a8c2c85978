package licencehub.verification;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import licencehub.model.Digest;
import licencehub.verification.Envelope.Form;
import licencehub.verification.Envelope.Opened;
import licencehub.verification.Evidence.Chain;
import licencehub.verification.Evidence.OneSignature;
import licencehub.verification.Evidence.Signer;
import licencehub.verification.envelope.Cms;
import licencehub.verification.x509.BouncyCastle;
import licencehub.verification.x509.CertificatePath.Anchored;
import licencehub.verification.x509.CertificatePath.Broken;
import licencehub.verification.x509.CertificatePaths;
import licencehub.verification.x509.Certificates;
import licencehub.verification.x509.ParsedCertificate;

/**
 * Gathers the evidence of an envelope and has the policy judge it. Safe for many threads: what is
 * shared never changes, and signature objects are made per use.
 */
final class Examiner implements SignatureVerifier {
  private final Policy policy;
  private final EnvelopeReader reader;
  private final Certificates certificates;
  private final CertificatePaths paths;
  private final Revocations revocations;

  Examiner(
      Policy policy,
      EnvelopeReader reader,
      Certificates certificates,
      CertificatePaths paths,
      Revocations revocations) {
    this.policy = policy;
    this.reader = reader;
    this.certificates = certificates;
    this.paths = paths;
    this.revocations = revocations;
  }

  @Override
  public Envelope open(byte[] bytes) {
    return reader.read(bytes);
  }

  @Override
  public Envelope openDetached(byte[] content, byte[] signature) {
    return reader.readDetached(content, signature);
  }

  @Override
  public Examination examine(Opened envelope, Instant receivedAt) {
    List<OneSignature> signatures = new ArrayList<>();
    for (SignatureClaim it : envelope.claims()) {
      signatures.add(
          new OneSignature(it.algorithm(), it.keyId(), it.signedAt(), signer(envelope, it)));
    }
    Set<Digest> signers = new HashSet<>();
    for (OneSignature it : signatures) {
      it.signer().filter(Signer::fits).ifPresent(one -> signers.add(one.certificate()));
    }
    String facts =
        envelope.form() + " " + envelope.payload().length + " B, " + signatures.size() + " sig";
    return new Examination(
        policy.judge(new Evidence(facts, null, signatures), receivedAt), signers);
  }

  private Optional<Signer> signer(Opened envelope, SignatureClaim claim) {
    List<ParsedCertificate> brought = brought(claim);
    Digest wanted = claim.keyId();
    if (wanted == null) {
      return Optional.empty();
    }
    return certificates
        .known(wanted)
        .or(() -> brought.stream().filter(it -> it.id().equals(wanted)).findFirst())
        .map(it -> signer(envelope, claim, it, brought));
  }

  private Signer signer(
      Opened envelope,
      SignatureClaim claim,
      ParsedCertificate certificate,
      List<ParsedCertificate> brought) {
    Optional<Algorithm> algorithm = algorithm(claim, certificate);
    PublicKey key = certificate.key();
    boolean fits =
        algorithm.isPresent() && key != null && fits(envelope, claim, algorithm.get(), key);
    return switch (paths.of(certificate, brought)) {
      case Anchored path ->
          new Signer(
              certificate.id(),
              algorithm,
              fits,
              path.notBefore(),
              path.notAfter(),
              new Chain.Anchored(path.links().stream().map(revocations::about).toList()));
      case Broken path ->
          new Signer(
              certificate.id(),
              algorithm,
              fits,
              certificate.x509().getNotBefore().toInstant(),
              certificate.x509().getNotAfter().toInstant(),
              new Chain.Broken(path.why()));
    };
  }

  /** The key's own algorithm; of the two for RSA, the one the envelope states. */
  private static Optional<Algorithm> algorithm(
      SignatureClaim claim, ParsedCertificate certificate) {
    return certificate
        .type()
        .flatMap(
            type ->
                Algorithm.find(claim.algorithm())
                    .filter(it -> it.key() == type)
                    .or(() -> Algorithm.usual(type)));
  }

  private static boolean fits(
      Opened envelope, SignatureClaim claim, Algorithm algorithm, PublicKey key) {
    if (!claim.algorithm().isEmpty() && !claim.algorithm().equals(algorithm.wire())) {
      return false;
    }
    try {
      if (envelope.form() == Form.CMS && !vouchedFor(envelope.payload(), claim, algorithm)) {
        return false;
      }
      Signature signature = Signature.getInstance(name(envelope, algorithm), BouncyCastle.PROVIDER);
      signature.initVerify(key);
      signature.update(claim.signed());
      return signature.verify(claim.signature());
    } catch (GeneralSecurityException | RuntimeException e) {
      // Damaged signature bytes are answered with exceptions of many kinds; none of them fits.
      return false;
    }
  }

  /** JWS has the two numbers of an ECDSA signature side by side (RFC 7518 3.4), others DER. */
  private static String name(Opened envelope, Algorithm algorithm) {
    return envelope.form() == Form.JWS && algorithm == Algorithm.ES256
        ? "SHA256withPLAIN-ECDSA"
        : algorithm.jca();
  }

  /** Between content and signature there may be attributes that vouch for the content's digest. */
  private static boolean vouchedFor(byte[] payload, SignatureClaim claim, Algorithm algorithm)
      throws GeneralSecurityException {
    if (Arrays.equals(claim.signed(), payload)) {
      return true;
    }
    byte[] digest =
        MessageDigest.getInstance(algorithm.digest(), BouncyCastle.PROVIDER).digest(payload);
    return Cms.vouched(claim.signed()).filter(it -> MessageDigest.isEqual(it, digest)).isPresent();
  }

  private List<ParsedCertificate> brought(SignatureClaim claim) {
    List<ParsedCertificate> found = new ArrayList<>();
    for (byte[] it : claim.certificates()) {
      try {
        found.add(certificates.of(it));
      } catch (CertificateException e) {
        // Opening refuses damaged certificates; a claim made otherwise is simply without it.
      }
    }
    return found;
  }
}
