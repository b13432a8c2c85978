package licencehub.hub.broker;

import java.util.Set;

/**
 * Somebody who may push to the broker.
 *
 * @param password compared in constant time, never shown
 * @param queues where the user may send to
 */
public record BrokerUser(String name, char[] password, Set<String> queues) {
  public BrokerUser {
    queues = Set.copyOf(queues);
    if (password.length == 0) {
      throw new IllegalArgumentException("the broker takes no user without a password: " + name);
    }
  }

  @Override
  public String toString() {
    return "BrokerUser[" + name + " → " + queues + "]";
  }
}
