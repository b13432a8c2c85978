package licencehub.federation.line;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.function.Predicate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts the very certificates of cards, as they are at the moment of the handshake. No authority
 * counts, nor does what a certificate says of names and times: the card was compared by people.
 */
public final class ExactCertificates extends X509ExtendedTrustManager {
  private final Predicate<X509Certificate> known;

  /**
   * @param known asked at every handshake
   */
  public ExactCertificates(Predicate<X509Certificate> known) {
    this.known = known;
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
    check(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
      throws CertificateException {
    check(chain);
  }

  /** None: whoever connects has one certificate, and sends it. */
  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }

  private void check(X509Certificate[] chain) throws CertificateException {
    if (chain.length == 0 || !known.test(chain[0])) {
      throw new CertificateException("证书不是名片上的那张 it is not the certificate of the card");
    }
  }
}
