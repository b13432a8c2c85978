package licencehub.verification;

import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import licencehub.model.Digest;
import licencehub.verification.Evidence.Chain;
import licencehub.verification.Evidence.Signer;
import licencehub.verification.x509.CertificatePath.Anchored;
import licencehub.verification.x509.CertificatePath.Broken;
import licencehub.verification.x509.CertificatePath.Link;
import licencehub.verification.x509.CertificatePaths;
import licencehub.verification.x509.Certificates;
import licencehub.verification.x509.ParsedCertificate;
import org.jspecify.annotations.Nullable;

/** Finds the certificate a signature names, where it leads, and whether the signature fits. */
record Signers(Certificates certificates, CertificatePaths paths, Revocations revocations) {
  /** The mathematics of one signature, once algorithm and key are known. */
  interface Fit {
    boolean fits(Algorithm algorithm, PublicKey key);
  }

  /**
   * @param named the certificate the signature names
   * @param enclosed DER certificates that came along
   * @param stated the algorithm stated, or empty where it is left to the key
   */
  Optional<Signer> find(@Nullable Digest named, List<byte[]> enclosed, String stated, Fit fit) {
    List<ParsedCertificate> brought = brought(enclosed);
    return named(named, brought).map(it -> signer(it, brought, stated, fit));
  }

  /**
   * The links from the certificate a signature names to its anchor; none where it leads nowhere.
   */
  List<Link> path(@Nullable Digest named, List<byte[]> enclosed) {
    List<ParsedCertificate> brought = brought(enclosed);
    return named(named, brought)
        .map(it -> paths.of(it, brought))
        .map(it -> it instanceof Anchored path ? path.links() : List.<Link>of())
        .orElse(List.of());
  }

  private Optional<ParsedCertificate> named(
      @Nullable Digest named, List<ParsedCertificate> brought) {
    if (named == null) {
      return Optional.empty();
    }
    return certificates
        .known(named)
        .or(() -> brought.stream().filter(it -> it.id().equals(named)).findFirst());
  }

  private Signer signer(
      ParsedCertificate certificate, List<ParsedCertificate> brought, String stated, Fit fit) {
    Optional<Algorithm> algorithm = algorithm(stated, certificate);
    PublicKey key = certificate.key();
    boolean fits = algorithm.isPresent() && key != null && fit.fits(algorithm.get(), key);
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
  private static Optional<Algorithm> algorithm(String stated, ParsedCertificate certificate) {
    return certificate
        .type()
        .flatMap(
            type ->
                Algorithm.find(stated)
                    .filter(it -> it.key() == type)
                    .or(() -> Algorithm.usual(type)));
  }

  private List<ParsedCertificate> brought(List<byte[]> enclosed) {
    List<ParsedCertificate> found = new ArrayList<>();
    for (byte[] it : enclosed) {
      try {
        found.add(certificates.of(it));
      } catch (CertificateException e) {
        // Opening refuses damaged certificates; a claim made otherwise is simply without it.
      }
    }
    return found;
  }
}
