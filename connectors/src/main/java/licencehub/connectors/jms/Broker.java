package licencehub.connectors.jms;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import licencehub.connectors.SourceConfig;
import licencehub.connectors.settings.Secret;
import licencehub.model.Unavailable;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.api.jms.ActiveMQJMSClient;
import org.apache.activemq.artemis.api.jms.JMSFactoryType;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.jspecify.annotations.Nullable;

/** Connects to a source's message broker. */
final class Broker {
  private static final int DEFAULT_PORT = 61616;
  private static final String NO_CLASS = "*";

  private final SourceConfig config;
  private final JmsSettings settings;

  Broker(SourceConfig config, JmsSettings settings) {
    this.config = config;
    this.settings = settings;
  }

  /**
   * A connection that is not started yet.
   *
   * @throws Unavailable when a secret cannot be read
   */
  Connection connect() throws JMSException {
    ConnectionFactory factory = settings.isAmqp() ? amqp() : artemis();
    return settings.user() == null
        ? factory.createConnection()
        : factory.createConnection(settings.user(), password());
  }

  private @Nullable String password() {
    return settings.passwordFile() == null
        ? null
        : Secret.text(config.home(), settings.passwordFile());
  }

  /** Objects in messages are never read; the deny list is the second lock on that door. */
  private ConnectionFactory amqp() {
    JmsConnectionFactory factory =
        new JmsConnectionFactory(
            settings.url()
                + "?jms.deserializationPolicy.denyList=*&jms.connectTimeout=5000"
                + "&jms.requestTimeout=30000&transport.connectTimeout=5000");
    if (settings.tls() != null) {
      factory.setSslContext(tls(settings.tls()));
    }
    return factory;
  }

  private ConnectionFactory artemis() {
    ActiveMQConnectionFactory factory =
        settings.url().startsWith("vm:")
            ? new ActiveMQConnectionFactory(settings.url())
            : ActiveMQJMSClient.createConnectionFactoryWithoutHA(
                JMSFactoryType.CF,
                new TransportConfiguration(NettyConnectorFactory.class.getName(), transport()));
    factory.setDeserializationDenyList(NO_CLASS);
    factory.setReconnectAttempts(0);
    factory.setInitialConnectAttempts(1);
    factory.setBlockOnAcknowledge(true);
    return factory;
  }

  private Map<String, Object> transport() {
    URI uri = URI.create(settings.url());
    Map<String, Object> transport = new HashMap<>();
    transport.put(TransportConstants.HOST_PROP_NAME, uri.getHost());
    transport.put(
        TransportConstants.PORT_PROP_NAME, uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort());
    transport.put(TransportConstants.NETTY_CONNECT_TIMEOUT, 5_000);
    JmsSettings.Tls tls = settings.tls();
    if (tls != null) {
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
    }
    return transport;
  }

  private SSLContext tls(JmsSettings.Tls tls) {
    try {
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store(tls.trustStore(), secret(tls.trustStorePasswordFile()).toCharArray()));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys(tls), trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new Unavailable(
          config.id().text(),
          "信任库或密钥库无法打开，请检查文件和口令 the trust or key store does not open, check file and password",
          e);
    }
  }

  private KeyManager @Nullable [] keys(JmsSettings.Tls tls)
      throws GeneralSecurityException, IOException {
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
