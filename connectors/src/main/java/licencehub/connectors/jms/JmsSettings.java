package licencehub.connectors.jms;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * @param deadLetters the queue the broker puts aside what it cannot deliver from {@code queue};
 *     null where it is none of the hub's business
 * @param user null to connect without a name
 * @param tls null for the platform's own trust
 * @param messageLimit bytes of one message at the most
 * @param redeliveryDelay the first wait after a batch was given back
 * @param timeout for each answer of the broker; a line silent so long is given up
 */
record JmsSettings(
    String url,
    String queue,
    @Nullable String deadLetters,
    @Nullable String user,
    @Nullable String passwordFile,
    @Nullable Tls tls,
    int messageLimit,
    Duration redeliveryDelay,
    Duration timeout) {
  /** Key stores, PKCS12 each, relative to the configuration. */
  record Tls(
      String trustStore,
      String trustStorePasswordFile,
      @Nullable String keyStore,
      @Nullable String keyStorePasswordFile) {}

  boolean isAmqp() {
    return url.startsWith("amqp");
  }
}
