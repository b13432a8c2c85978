package licencehub.federation.line;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.function.Predicate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import licencehub.model.Digest;
import licencehub.verification.SignerKey;
import licencehub.verification.Trust;

/** TLS as hubs speak it to each other. */
public final class PeerTls {
  /** The only version: a hub that is older than it does not exist. */
  public static final String VERSION = "TLSv1.3";

  private PeerTls() {}

  /** Counts this certificate and no other: the same bytes. */
  public static Predicate<X509Certificate> only(X509Certificate certificate) {
    Digest id = Trust.id(certificate);
    return it -> Trust.id(it).equals(id);
  }

  /**
   * @param own shown to the other side; its certificate alone, for nobody looks at its issuers
   * @param known which certificates of the other side count, asked at every handshake
   */
  public static SSLContext context(SignerKey own, Predicate<X509Certificate> known) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(
          "peer", own.privateKey(), new char[0], new Certificate[] {own.certificate()});
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, new char[0]);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), new TrustManager[] {new ExactCertificates(known)}, null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(
          "对等连接的证书不能用于 TLS the certificate for peers is no use for TLS: " + own, e);
    }
  }
}
