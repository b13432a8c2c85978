package licencehub.verification.x509;

import java.time.Instant;
import java.util.List;
import licencehub.model.Text;

/** Where a signer's certificate leads. */
public sealed interface CertificatePath {
  /**
   * It leads to a trust anchor.
   *
   * @param links the signer's certificate first, the anchor left out
   * @param notBefore from when all certificates of the path are valid
   * @param notAfter until when all certificates of the path are valid
   */
  record Anchored(List<Link> links, Instant notBefore, Instant notAfter)
      implements CertificatePath {
    public Anchored {
      links = List.copyOf(links);
    }
  }

  /** It does not. */
  record Broken(Text why) implements CertificatePath {}

  /** One certificate and the one that issued it. */
  record Link(ParsedCertificate certificate, ParsedCertificate issuer) {}
}
