package licencehub.verification;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import licencehub.model.Digest;
import licencehub.verification.Envelope.Form;
import licencehub.verification.Envelope.Opened;
import licencehub.verification.Evidence.OneSignature;
import licencehub.verification.Evidence.Signer;
import licencehub.verification.envelope.Cms;
import licencehub.verification.x509.BouncyCastle;
import licencehub.verification.x509.CertificatePath.Link;

/**
 * Gathers the evidence of an envelope and has the policy judge it. Safe for many threads: what is
 * shared never changes, and signature objects are made per use.
 */
final class Examiner implements SignatureVerifier {
  private final Policy policy;
  private final EnvelopeReader reader;
  private final Signers signers;

  Examiner(Policy policy, EnvelopeReader reader, Signers signers) {
    this.policy = policy;
    this.reader = reader;
    this.signers = signers;
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
    Set<Digest> fitting = new HashSet<>();
    for (OneSignature it : signatures) {
      it.signer().filter(Signer::fits).ifPresent(one -> fitting.add(one.certificate()));
    }
    String facts =
        envelope.form() + " " + envelope.payload().length + " B, " + signatures.size() + " sig";
    return new Examination(
        policy.judge(new Evidence(facts, null, signatures), receivedAt), fitting);
  }

  @Override
  public Backing backing(Opened envelope) {
    Set<X509Certificate> certificates = new LinkedHashSet<>();
    Map<Digest, byte[]> lists = new LinkedHashMap<>();
    for (SignatureClaim it : envelope.claims()) {
      for (Link link : signers.path(it.keyId(), it.certificates())) {
        certificates.add(link.certificate().x509());
        certificates.add(link.issuer().x509());
        signers.revocations().list(link).ifPresent(der -> lists.put(Digest.of(der), der));
      }
    }
    return new Backing(List.copyOf(certificates), List.copyOf(lists.values()));
  }

  private Optional<Signer> signer(Opened envelope, SignatureClaim claim) {
    return signers.find(
        claim.keyId(),
        claim.certificates(),
        claim.algorithm(),
        (algorithm, key) -> fits(envelope, claim, algorithm, key));
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
}
