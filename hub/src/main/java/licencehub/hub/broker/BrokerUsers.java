package licencehub.hub.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.CharBuffer;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMConnection;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may do what at the broker. The hub itself, which needs no network to reach it, may do
 * everything; a department may send to its sources' queues, and make and read queues for replies.
 */
final class BrokerUsers implements ActiveMQSecurityManager5 {
  private static final String HUB = "hub itself";
  private static final Set<CheckType> FOR_REPLIES =
      EnumSet.of(
          CheckType.CONSUME,
          CheckType.BROWSE,
          CheckType.CREATE_ADDRESS,
          CheckType.DELETE_ADDRESS,
          CheckType.CREATE_NON_DURABLE_QUEUE,
          CheckType.DELETE_NON_DURABLE_QUEUE);

  private final Map<String, BrokerUser> users;
  private final Set<String> reserved;

  /**
   * @param reserved queues only the hub may read
   */
  BrokerUsers(List<BrokerUser> users, Set<String> reserved) {
    this.users = users.stream().collect(Collectors.toMap(BrokerUser::name, Function.identity()));
    this.reserved = Set.copyOf(reserved);
  }

  @Override
  public @Nullable Subject authenticate(
      @Nullable String name,
      @Nullable String password,
      @Nullable RemotingConnection connection,
      @Nullable String domain) {
    if (connection != null && connection.getTransportConnection() instanceof InVMConnection) {
      return subject(HUB);
    }
    return name != null && validateUser(name, password) ? subject(name) : null;
  }

  @Override
  public boolean authorize(Subject subject, Set<Role> roles, CheckType check, String address) {
    String name = getUserFromSubject(subject);
    if (HUB.equals(name)) {
      return true;
    }
    BrokerUser user = users.get(name);
    if (user == null) {
      return false;
    }
    return check == CheckType.SEND
        ? user.queues().contains(address)
        : FOR_REPLIES.contains(check) && !reserved.contains(address);
  }

  @Override
  public boolean validateUser(@Nullable String name, @Nullable String password) {
    BrokerUser user = name == null ? null : users.get(name);
    return user != null && password != null && equal(user.password(), password);
  }

  @Override
  public boolean validateUserAndRole(
      @Nullable String name, @Nullable String password, Set<Role> roles, CheckType check) {
    return false;
  }

  @Override
  public String getUserFromSubject(Subject subject) {
    return subject.getPrincipals(UserPrincipal.class).stream()
        .map(UserPrincipal::getName)
        .findFirst()
        .orElse("");
  }

  private static Subject subject(String name) {
    Subject subject = new Subject();
    subject.getPrincipals().add(new UserPrincipal(name));
    return subject;
  }

  private static boolean equal(char[] expected, String given) {
    return MessageDigest.isEqual(bytes(CharBuffer.wrap(expected)), given.getBytes(UTF_8));
  }

  private static byte[] bytes(CharBuffer text) {
    var encoded = UTF_8.encode(text);
    byte[] bytes = new byte[encoded.remaining()];
    encoded.get(bytes);
    return bytes;
  }
}
