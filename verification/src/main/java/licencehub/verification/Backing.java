package licencehub.verification;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What signatures are judged by, for whoever is to judge them again elsewhere.
 *
 * @param certificates the signers' chains, each from the signer up to its anchor; none twice
 * @param lists the revocation lists that speak about them, as their authorities signed them
 */
public record Backing(List<X509Certificate> certificates, List<byte[]> lists) {
  public Backing {
    certificates = List.copyOf(certificates);
    lists = List.copyOf(lists);
  }
}
