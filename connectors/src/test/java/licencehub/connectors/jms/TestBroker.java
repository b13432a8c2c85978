package licencehub.connectors.jms;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.jspecify.annotations.Nullable;

/** An Artemis broker in this process, on one port for both protocols. */
final class TestBroker {
  private final int port = freePort();
  private @Nullable EmbeddedActiveMQ broker;

  String url(String scheme) {
    return scheme + "://127.0.0.1:" + port;
  }

  void start() {
    try {
      Configuration configuration =
          new ConfigurationImpl()
              .setPersistenceEnabled(false)
              .setSecurityEnabled(false)
              .setJMXManagementEnabled(false)
              .addAcceptorConfiguration("net", url("tcp") + "?protocols=CORE,AMQP")
              .addAcceptorConfiguration("vm", "vm://7");
      EmbeddedActiveMQ next = new EmbeddedActiveMQ();
      next.setConfiguration(configuration);
      next.start();
      broker = next;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  void stop() {
    try {
      EmbeddedActiveMQ last = broker;
      broker = null;
      if (last != null) {
        last.stop();
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
