package licencehub.hub.broker;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import licencehub.model.Unavailable;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/**
 * Apache Artemis within the hub's own process: persistent, one queue for each source; replies go to
 * queues the departments make. What cannot be delivered goes to {@code dead-letters}.
 */
public final class EmbeddedBroker implements AutoCloseable {
  /** How the hub itself connects, without a network. */
  public static final String INTERNAL_URL = "vm://0";

  private static final String DEAD_LETTERS = "dead-letters";
  private static final int JOURNAL_BUFFER_NANOS = 200_000;
  private static final int ATTEMPTS = -1;
  private static final long PAGE_ABOVE = 64L << 20;
  private static final int PAGE_BYTES = 8 << 20;

  private final EmbeddedActiveMQ server;

  private EmbeddedBroker(EmbeddedActiveMQ server) {
    this.server = server;
  }

  /**
   * Starts the broker.
   *
   * @param folder where it keeps its journal
   * @param acceptors Artemis acceptor URLs by name
   * @param users who may connect, and the queues each may send to
   */
  public static EmbeddedBroker start(
      Path folder, Map<String, String> acceptors, List<BrokerUser> users) {
    EmbeddedActiveMQ server = new EmbeddedActiveMQ();
    try {
      server.setConfiguration(configuration(folder, acceptors, users));
      server.setSecurityManager(new BrokerUsers(users, reserved(users)));
      server.start();
      return new EmbeddedBroker(server);
    } catch (Exception e) {
      throw new Unavailable("broker", "cannot start: " + e.getMessage(), e);
    }
  }

  /** Whether the broker is up. */
  public boolean isActive() {
    return server.getActiveMQServer().isActive();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the broker did not stop cleanly", e);
    }
  }

  private static Configuration configuration(
      Path folder, Map<String, String> acceptors, List<BrokerUser> users) throws Exception {
    ConfigurationImpl configuration = new ConfigurationImpl();
    configuration.setPersistenceEnabled(true);
    configuration.setSecurityEnabled(true);
    configuration.setJMXManagementEnabled(false);
    configuration.setJournalType(JournalType.NIO);
    configuration.setJournalDatasync(true);
    configuration.setJournalBufferTimeout_NIO(JOURNAL_BUFFER_NANOS);
    configuration.setJournalDirectory(folder.resolve("journal").toString());
    configuration.setBindingsDirectory(folder.resolve("bindings").toString());
    configuration.setLargeMessagesDirectory(folder.resolve("large").toString());
    configuration.setPagingDirectory(folder.resolve("paging").toString());
    configuration.setMaxDiskUsage(98);
    configuration.addAcceptorConfiguration("internal", INTERNAL_URL);
    for (Map.Entry<String, String> acceptor : acceptors.entrySet()) {
      configuration.addAcceptorConfiguration(acceptor.getKey(), acceptor.getValue());
    }
    configuration.addAddressSetting("#", settings());
    reserved(users).forEach(it -> configuration.addQueueConfiguration(queue(it)));
    return configuration;
  }

  private static Set<String> reserved(List<BrokerUser> users) {
    return Stream.concat(
            Stream.of(DEAD_LETTERS), users.stream().flatMap(it -> it.queues().stream()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static QueueConfiguration queue(String name) {
    return QueueConfiguration.of(name)
        .setAddress(name)
        .setRoutingType(RoutingType.ANYCAST)
        .setDurable(true);
  }

  /** A message the hub gives back is delivered again: only the hub's own outcome ends its way. */
  private static AddressSettings settings() {
    return new AddressSettings()
        .setMaxDeliveryAttempts(ATTEMPTS)
        .setRedeliveryDelay(500)
        .setRedeliveryMultiplier(2)
        .setMaxRedeliveryDelay(30_000)
        .setDeadLetterAddress(SimpleString.of(DEAD_LETTERS))
        .setExpiryAddress(SimpleString.of(DEAD_LETTERS))
        .setMaxSizeBytes(PAGE_ABOVE)
        .setPageSizeBytes(PAGE_BYTES)
        .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
        .setDefaultAddressRoutingType(RoutingType.ANYCAST)
        .setDefaultQueueRoutingType(RoutingType.ANYCAST);
  }
}
