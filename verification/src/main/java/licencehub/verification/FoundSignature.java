package licencehub.verification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import licencehub.model.Digest;
import licencehub.verification.envelope.Claim;
import licencehub.verification.file.FileSignature;
import licencehub.verification.file.SealClaim;
import licencehub.verification.x509.Certificates;

/**
 * One signature or seal as a file presents it, for people to recognise: whether any of it is true
 * is what the report says.
 *
 * @param signer organisation and name its certificate is for; empty where there is no certificate
 * @param certificate SHA-256 of that certificate
 * @param signedAt the time it claims
 * @param seal what it was signed with; empty for a plain signature
 */
public record FoundSignature(
    Optional<String> signer,
    Optional<Digest> certificate,
    Optional<Instant> signedAt,
    Optional<FoundSeal> seal) {
  /**
   * An electronic seal (GB/T 38540, GM/T 0031).
   *
   * @param identifier esID
   * @param name of the seal, as its maker wrote it
   * @param maker whom the maker's certificate is for
   * @param from when it may first be used
   * @param to when it may last be used
   */
  public record FoundSeal(
      String identifier, String name, Optional<String> maker, Instant from, Instant to) {}

  static FoundSignature of(FileSignature it, Certificates certificates) {
    Optional<Claim> claim = Optional.ofNullable(it.claim());
    return new FoundSignature(
        claim.flatMap(one -> holder(one, certificates)),
        claim.flatMap(one -> Optional.ofNullable(one.keyId())),
        claim.flatMap(one -> Optional.ofNullable(one.signedAt())),
        Optional.ofNullable(it.seal()).map(one -> seal(one, certificates)));
  }

  private static FoundSeal seal(SealClaim it, Certificates certificates) {
    return new FoundSeal(
        it.identifier(), it.name(), holder(it.maker(), certificates), it.from(), it.to());
  }

  /** Whom the certificate the signature names is for, brought along or known. */
  private static Optional<String> holder(Claim claim, Certificates certificates) {
    Digest named = claim.keyId();
    if (named == null) {
      return Optional.empty();
    }
    List<byte[]> brought =
        claim.certificates().stream().filter(it -> Digest.of(it).equals(named)).toList();
    return Stream.concat(
            certificates.known(named).map(it -> Trust.der(it.x509())).stream(), brought.stream())
        .findFirst()
        .flatMap(Subject::named);
  }
}
