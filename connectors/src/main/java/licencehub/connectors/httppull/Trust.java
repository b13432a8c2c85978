package licencehub.connectors.httppull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import licencehub.model.Unavailable;

/** Trusts the certificates of one PEM file and no others. */
final class Trust {
  private Trust() {}

  static SSLContext in(Path file) {
    try (InputStream pem = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (Certificate it : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        store.setCertificateEntry("anchor-" + number++, it);
      }
      if (number == 0) {
        throw new CertificateException("no certificate in it");
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new Unavailable(file.toString(), "信任证书读不懂 the trusted certificates cannot be read", e);
    }
  }
}
