package licencehub.connectors.intake;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;
import licencehub.model.Text;
import org.jspecify.annotations.Nullable;

/** Says why a source could not be reached, in words an operator can act on. */
public final class Causes {
  private static final int DEEPEST = 20;

  private Causes() {}

  /** The trouble with TLS that {@code failure} comes from; null where it comes from elsewhere. */
  public static @Nullable Text ofTls(Throwable failure) {
    SSLException handshake = find(failure, SSLException.class);
    if (handshake == null) {
      return null;
    }
    if (find(failure, CertificateExpiredException.class) != null
        || find(failure, CertificateNotYetValidException.class) != null) {
      return Text.of(
          "服务器证书不在有效期内，请对方更换证书并核对时钟",
          "the server's certificate is not valid now, have it renewed and check the clocks");
    }
    if (find(failure, CertPathBuilderException.class) != null
        || find(failure, CertPathValidatorException.class) != null) {
      return Text.of(
          "服务器证书不是所信任的机构签发的，请核对信任证书",
          "the server's certificate comes from no authority trusted here, check the trusted"
              + " certificates");
    }
    CertificateException certificate = find(failure, CertificateException.class);
    return certificate == null ? refused(handshake) : other(certificate);
  }

  /** What is known of a failure: in words where the cause is a common one, else what it says. */
  public static String words(Throwable failure) {
    Text tls = ofTls(failure);
    if (tls != null) {
      return tls.toString();
    }
    if (find(failure, UnknownHostException.class) != null
        || find(failure, UnresolvedAddressException.class) != null) {
      return "主机名无法解析，请核对地址 the host name cannot be resolved, check the address";
    }
    if (find(failure, ConnectException.class) != null
        || find(failure, NoRouteToHostException.class) != null) {
      return "连不上，对方没有监听或网络不通 cannot connect, nobody listens there or the network is down";
    }
    if (find(failure, NoSuchFileException.class) != null) {
      return "文件夹或文件不存在 there is no such folder or file: " + failure.getMessage();
    }
    if (find(failure, AccessDeniedException.class) != null) {
      return "没有读写权限 no permission to read or write: " + failure.getMessage();
    }
    String said = failure.getMessage();
    return said == null || said.isBlank() ? innermost(failure) : said;
  }

  /** What an innermost exception says, with its kind where it says little. */
  public static String innermost(Throwable failure) {
    Throwable cause = failure;
    for (int i = 0; i < DEEPEST && cause.getCause() != null; i++) {
      cause = cause.getCause();
    }
    return cause.getClass().getSimpleName() + ": " + cause.getMessage();
  }

  /** TLS 1.3 tells a client only afterwards that its certificate will not do. */
  private static Text refused(SSLException handshake) {
    String said = String.valueOf(handshake.getMessage());
    return said.contains("fatal alert") && said.contains("certificate")
        ? Text.of(
            "对方要求本枢纽出示其信任的证书，请核对本方证书和私钥",
            "the other side wants a certificate it trusts from this hub, check the hub's own"
                + " certificate and key")
        : Text.of("TLS 握手失败：" + said, "the TLS handshake failed: " + said);
  }

  private static Text other(CertificateException certificate) {
    String said = String.valueOf(certificate.getMessage());
    return said.startsWith("No subject alternative") || said.startsWith("No name matching")
        ? Text.of(
            "服务器证书不是发给这个地址的，请改用证书上的主机名",
            "the server's certificate is not for this address, use the host name it was issued"
                + " for")
        : Text.of("服务器证书不可用：" + said, "the server's certificate will not do: " + said);
  }

  private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
    Throwable cause = failure;
    for (int i = 0; i < DEEPEST && cause != null; i++) {
      if (type.isInstance(cause)) {
        return type.cast(cause);
      }
      cause = cause.getCause();
    }
    return null;
  }
}
