package licencehub.connectors.jms;

import java.nio.file.Path;
import java.util.Set;
import licencehub.connectors.Authority;
import licencehub.model.lines.FreePort;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.jspecify.annotations.Nullable;

/** An Artemis broker in this process, on one port for both protocols. */
final class TestBroker {
  /** Whom a guarded broker knows. */
  static final String USER = "hub";

  static final String PASSWORD = "broker-3308 口令";

  private final int port = FreePort.find();
  private final String inside;
  private final String options;
  private final boolean guarded;
  private @Nullable EmbeddedActiveMQ broker;

  /**
   * @param inside its address within this process
   * @param options of the acceptor, each with a semicolon before it
   * @param guarded whether clients must log in
   */
  private TestBroker(String inside, String options, boolean guarded) {
    this.inside = inside;
    this.options = options;
    this.guarded = guarded;
  }

  TestBroker() {
    this("vm://7", "", false);
  }

  /**
   * A broker that speaks TLS only, asks each client for a certificate, and knows one user.
   *
   * @param keys its own key, PKCS #12
   * @param trust whom clients' certificates must come from, PKCS #12
   */
  static TestBroker encrypted(Path keys, Path trust) {
    String store =
        ";%sStorePath=%s;%1$sStorePassword=" + Authority.PASSWORD + ";%1$sStoreType=PKCS12";
    return new TestBroker(
        "vm://8",
        ";sslEnabled=true;needClientAuth=true"
            + store.formatted("key", keys)
            + store.formatted("trust", trust),
        true);
  }

  String url(String scheme) {
    return scheme + "://localhost:" + port;
  }

  /** The way in from this process alone. */
  String inside() {
    return inside;
  }

  void start() {
    try {
      Configuration configuration =
          new ConfigurationImpl()
              .setPersistenceEnabled(false)
              .setSecurityEnabled(guarded)
              .setJMXManagementEnabled(false)
              .addAcceptorConfiguration("net", url("tcp") + "?protocols=CORE,AMQP" + options)
              .addAcceptorConfiguration("vm", inside);
      EmbeddedActiveMQ next = new EmbeddedActiveMQ();
      next.setConfiguration(configuration);
      if (guarded) {
        configuration.putSecurityRoles("#", Set.of(role()));
        next.setSecurityManager(users());
      }
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

  private static Role role() {
    return new Role(
        USER, true, true, true, true, true, true, false, true, true, true, false, false);
  }

  private static ActiveMQJAASSecurityManager users() {
    SecurityConfiguration users = new SecurityConfiguration();
    users.addUser(USER, PASSWORD);
    users.addRole(USER, USER);
    return new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users);
  }
}
