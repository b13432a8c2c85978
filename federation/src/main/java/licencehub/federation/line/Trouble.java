package licencehub.federation.line;

import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Why a peer said nothing, in words for operators; never what it sent. */
final class Trouble {
  static final String CLOSED = "连接已关闭 the line is closed";

  /** Whoever refuses a certificate hangs up, and what it says of it may be lost on the way. */
  static final String BROKEN =
      "连接中断，对方或未接入本枢纽 the connection broke off; perhaps it has not let this hub in";

  private Trouble() {}

  static String late(Duration patience) {
    return patience + " 内没有答复 no answer within " + patience;
  }

  static String refused(int status) {
    return "拒绝，HTTP " + status + " refused with HTTP " + status;
  }

  static String words(Throwable trouble) {
    Optional<SSLException> tls = cause(trouble, SSLException.class);
    if (tls.isPresent()) {
      return tls(tls.get());
    }
    if (cause(trouble, UnresolvedAddressException.class).isPresent()) {
      return "主机名无法解析 its host name leads nowhere";
    }
    if (cause(trouble, ConnectException.class).isPresent()) {
      return "连不上 it cannot be connected to";
    }
    return cause(trouble, BoundedBody.TooLong.class)
        .map(it -> String.valueOf(it.getMessage()))
        .orElse(BROKEN);
  }

  /** An alert from the other side is about us, as a rule; all else is about it. */
  static String tls(SSLException trouble) {
    String said = String.valueOf(trouble.getMessage());
    return said.contains("Received fatal alert")
        ? "对方未接入本枢纽 it has not let this hub in: " + said
        : "TLS: " + said;
  }

  private static <T extends Throwable> Optional<T> cause(Throwable trouble, Class<T> kind) {
    return Stream.iterate(trouble, it -> it != null, Throwable::getCause)
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst();
  }
}
