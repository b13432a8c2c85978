package licencehub.connectors.kafka;

import licencehub.connectors.intake.Causes;
import licencehub.model.Text;
import licencehub.model.Unavailable;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What a Kafka client said, in words where the cause is a common one. */
final class KafkaTrouble {
  private KafkaTrouble() {}

  static Unavailable unavailable(String servers, Exception e) {
    Text tls = Causes.ofTls(e);
    return new Unavailable("Kafka " + servers, tls == null ? said(e) : tls.toString(), e);
  }

  private static String said(Exception e) {
    if (find(e, SaslAuthenticationException.class) != null) {
      return "服务器不接受该用户或口令 the servers do not take this user or password";
    }
    AuthorizationException closed = find(e, AuthorizationException.class);
    if (closed != null) {
      return "没有权限，请在 Kafka 上授权 no permission, grant it on the servers: " + closed.getMessage();
    }
    if (find(e, RecordTooLargeException.class) != null) {
      return "消息超过主题上限，请调大主题的 max.message.bytes 或调小 feed.kafka.messageBytes"
          + " a message is larger than its topic takes, raise the topic's max.message.bytes or"
          + " lower feed.kafka.messageBytes";
    }
    boolean silent =
        find(e, TimeoutException.class) != null || find(e, DisconnectException.class) != null;
    return silent
        ? "连不上或没有答复，请核对地址、网络和 Kafka 服务器 no answer, check address, network and the servers: "
            + Causes.innermost(e)
        : Causes.innermost(e);
  }

  private static <T> @Nullable T find(Throwable failure, Class<T> type) {
    int deep = 0;
    for (Throwable it = failure; it != null && deep < 20; it = it.getCause(), deep++) {
      if (type.isInstance(it)) {
        return type.cast(it);
      }
    }
    return null;
  }
}
