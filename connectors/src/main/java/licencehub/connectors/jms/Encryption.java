package licencehub.connectors.jms;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import licencehub.connectors.SourceConfig;
import licencehub.connectors.intake.Causes;
import licencehub.connectors.settings.Secret;
import licencehub.model.Unavailable;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.jspecify.annotations.Nullable;

/** What a source's TLS settings come to; its stores are read anew for each connection. */
final class Encryption {
  private static final int CONNECT = 5_000;

  /** How many milliseconds a server may take to object before a connection is tried. */
  static final int SHORT = 300;

  /** The same, when a connection has failed and only the reason is still wanted. */
  static final int LONG = 3_000;

  private final SourceConfig config;
  private final JmsSettings.Tls tls;

  Encryption(SourceConfig config, JmsSettings.Tls tls) {
    this.config = config;
    this.tls = tls;
  }

  /**
   * @throws Unavailable when a store cannot be read or its password is wrong
   */
  SSLContext context() {
    try {
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store(tls.trustStore(), secret(tls.trustStorePasswordFile()).toCharArray()));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys(), trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new Unavailable(
          config.id().text(),
          "信任库或密钥库无法打开，请检查文件和口令 the trust or key store does not open, check file and password",
          e);
    }
  }

  /** The same as Artemis' own client wants it. */
  Map<String, Object> transport() {
    Map<String, Object> transport = new HashMap<>();
    transport.put(TransportConstants.SSL_ENABLED_PROP_NAME, true);
    transport.put(TransportConstants.TRUSTSTORE_TYPE_PROP_NAME, "PKCS12");
    transport.put(TransportConstants.TRUSTSTORE_PATH_PROP_NAME, path(tls.trustStore()));
    transport.put(
        TransportConstants.TRUSTSTORE_PASSWORD_PROP_NAME, secret(tls.trustStorePasswordFile()));
    if (tls.keyStore() != null && tls.keyStorePasswordFile() != null) {
      transport.put(TransportConstants.KEYSTORE_TYPE_PROP_NAME, "PKCS12");
      transport.put(TransportConstants.KEYSTORE_PATH_PROP_NAME, path(tls.keyStore()));
      transport.put(
          TransportConstants.KEYSTORE_PASSWORD_PROP_NAME, secret(tls.keyStorePasswordFile()));
    }
    return transport;
  }

  /**
   * Shakes hands and hangs up. Artemis' own client keeps to itself why a handshake failed, and
   * waits half a minute when the server objects to the hub's certificate, which TLS 1.3 lets it do
   * afterwards; so a first word of the server is waited for.
   *
   * @throws Unavailable in words, when either side objects to the other's certificate
   */
  void shakeHands(String host, int port, int patience) {
    SSLContext context = context();
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(host, port), CONNECT);
      plain.setSoTimeout(CONNECT);
      SSLSocket socket =
          (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      plain.setSoTimeout(patience);
      awaitFirstWord(socket);
    } catch (SSLException e) {
      throw new Unavailable(config.id().text(), String.valueOf(Causes.ofTls(e)), e);
    } catch (IOException noObjection) {
      // Silence is consent; a broker that is away is the connection's own trouble.
    }
  }

  @SuppressWarnings("CheckReturnValue") // whether it throws is what counts
  private static void awaitFirstWord(SSLSocket socket) throws IOException {
    socket.getInputStream().read();
  }

  private KeyManager @Nullable [] keys() throws GeneralSecurityException, IOException {
    if (tls.keyStore() == null || tls.keyStorePasswordFile() == null) {
      return null;
    }
    char[] password = secret(tls.keyStorePasswordFile()).toCharArray();
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store(tls.keyStore(), password), password);
    return keys.getKeyManagers();
  }

  private KeyStore store(String file, char[] password)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(new ByteArrayInputStream(Secret.bytes(config.home(), file)), password);
    return store;
  }

  private String path(String file) {
    return config.home().resolve(file).toString();
  }

  private String secret(String file) {
    return Secret.text(config.home(), file);
  }
}
