package licencehub.connectors.jms;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import licencehub.connectors.SourceConfig;
import licencehub.connectors.intake.Causes;
import licencehub.connectors.settings.Secret;
import licencehub.model.Text;
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
  private static final int AMQPS_PORT = 5671;
  private static final String NO_CLASS = "*";

  private final SourceConfig config;
  private final JmsSettings settings;
  private final @Nullable Encryption encryption;

  Broker(SourceConfig config, JmsSettings settings) {
    this.config = config;
    this.settings = settings;
    this.encryption = settings.tls() == null ? null : new Encryption(config, settings.tls());
  }

  /**
   * A connection that is not started yet.
   *
   * @throws Unavailable when a secret cannot be read, or encryption or the login fails
   */
  Connection connect() throws JMSException {
    ConnectionFactory factory = settings.isAmqp() ? amqp() : artemis();
    try {
      return settings.user() == null
          ? factory.createConnection()
          : factory.createConnection(settings.user(), password());
    } catch (JMSSecurityException e) {
      throw new Unavailable(
          config.id().text(), "消息中间件不接受该用户或口令 the broker does not take this user or password", e);
    } catch (JMSException e) {
      Text tls = Causes.ofTls(e);
      if (tls == null) {
        askAgainWhy();
      }
      throw new Unavailable(config.id().text(), String.valueOf(tls == null ? away(e) : tls), e);
    }
  }

  private Text away(JMSException e) {
    return Text.of(
        "连不上消息中间件 " + settings.url() + "，没有监听或网络不通（" + e.getMessage() + "）",
        "cannot connect to the broker at "
            + settings.url()
            + ", nobody listens there or the network is down ("
            + e.getMessage()
            + ")");
  }

  /**
   * A client that writes before it has read the server's objection to its certificate finds the
   * connection closed and knows no reason.
   */
  private void askAgainWhy() {
    if (encryption != null) {
      URI uri = URI.create(settings.url());
      encryption.shakeHands(uri.getHost(), port(uri), Encryption.LONG);
    }
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
                + "&transport.connectTimeout=5000&amqp.idleTimeout=%1$d&jms.requestTimeout=%1$d"
                    .formatted(settings.timeout().toMillis())
                + "&jms.sendTimeout=%1$d&jms.closeTimeout=%1$d"
                    .formatted(settings.timeout().toMillis()));
    if (encryption != null) {
      factory.setSslContext(encryption.context());
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
    if (!settings.url().startsWith("vm:")) {
      long timeout = settings.timeout().toMillis();
      factory.setClientFailureCheckPeriod(timeout);
      factory.setConnectionTTL(timeout * 2);
      factory.setCallTimeout(timeout);
    }
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
    transport.put(TransportConstants.PORT_PROP_NAME, port(uri));
    transport.put(TransportConstants.NETTY_CONNECT_TIMEOUT, 5_000);
    if (encryption != null) {
      encryption.shakeHands(uri.getHost(), port(uri), Encryption.SHORT);
      transport.putAll(encryption.transport());
    }
    return transport;
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return "amqps".equals(uri.getScheme()) ? AMQPS_PORT : DEFAULT_PORT;
  }
}
