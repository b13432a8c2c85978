package licencehub.hub;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import licencehub.hub.access.SecretFile;
import licencehub.hub.broker.BrokerUser;
import licencehub.hub.broker.EmbeddedBroker;
import licencehub.hub.config.ConfigFolder;
import licencehub.hub.config.HubSettings.Broker;
import licencehub.hub.config.HubSettings.BrokerTls;
import licencehub.hub.config.SourceFile;
import org.jspecify.annotations.Nullable;

/**
 * Starts the embedded broker as {@code hub.yaml} declares it, with a user for each source on it.
 */
final class BrokerOpener {
  private BrokerOpener() {}

  /** The broker, or null when it is switched off. */
  static @Nullable EmbeddedBroker open(ConfigFolder config, HubKeys keys) {
    Broker broker = config.hub().broker();
    if (broker == null) {
      return null;
    }
    List<BrokerUser> users =
        config.sources().stream()
            .filter(BrokerOpener::isEmbedded)
            .map(it -> user(it, keys))
            .toList();
    return EmbeddedBroker.start(config.hub().data().resolve("broker"), acceptors(broker), users);
  }

  private static boolean isEmbedded(SourceFile source) {
    return source.settings().path("url").asString("").equals(EmbeddedBroker.INTERNAL_URL);
  }

  private static BrokerUser user(SourceFile source, HubKeys keys) {
    String queue = source.settings().required("queue").asString();
    return new BrokerUser(source.id().text(), keys.brokerPassword(source.id()), Set.of(queue));
  }

  private static Map<String, String> acceptors(Broker broker) {
    Map<String, String> acceptors = new LinkedHashMap<>();
    String tls = tls(broker.tls());
    Integer amqp = broker.amqpPort();
    Integer core = broker.corePort();
    if (amqp != null) {
      acceptors.put("amqp", address(broker, amqp) + "?protocols=AMQP" + tls);
    }
    if (core != null) {
      acceptors.put("core", address(broker, core) + "?protocols=CORE" + tls);
    }
    return acceptors;
  }

  private static String address(Broker broker, int port) {
    return "tcp://" + broker.host() + ":" + port;
  }

  private static String tls(@Nullable BrokerTls tls) {
    return tls == null
        ? ""
        : ";sslEnabled=true;keyStoreType=PKCS12;keyStorePath="
            + tls.keyStore()
            + ";keyStorePassword="
            + SecretFile.text(tls.keyStorePassword());
  }
}
