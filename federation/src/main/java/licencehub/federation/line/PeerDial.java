package licencehub.federation.line;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import licencehub.federation.HubCard;
import licencehub.federation.PeerAddress;
import licencehub.verification.SignerKey;
import licencehub.verification.Trust;
import org.jspecify.annotations.Nullable;

/** One connection to a peer, made step by step to find out where it fails. For one thread. */
public final class PeerDial implements AutoCloseable {
  private static final String FORBIDDEN = "HTTP/1.1 403";

  private final SignerKey own;
  private final HubCard card;
  private final int patience;
  private @Nullable Socket plain;
  private @Nullable SSLSocket secure;
  private boolean known;
  private @Nullable IOException refusal;

  /**
   * @param patience of each step
   */
  public PeerDial(SignerKey own, HubCard card, Duration patience) {
    this.own = own;
    this.card = card;
    this.patience = Math.toIntExact(patience.toMillis());
  }

  /** The machine addresses its name leads to. */
  public String resolve() throws IOException {
    return Arrays.stream(InetAddress.getAllByName(address().getHost()))
        .map(InetAddress::getHostAddress)
        .collect(Collectors.joining(", "));
  }

  /** Returns what was connected to. */
  public String connect() throws IOException {
    Socket socket = new Socket();
    plain = socket;
    int port = PeerAddress.port(address());
    socket.connect(new InetSocketAddress(address().getHost(), port), patience);
    socket.setSoTimeout(patience);
    return address().getHost() + ":" + port;
  }

  /** Shakes hands; fails unless its certificate is the card's. Returns what was agreed on. */
  public String secure() throws IOException {
    SSLSocket socket =
        (SSLSocket)
            PeerTls.context(own, this::isTheCards)
                .getSocketFactory()
                .createSocket(opened(), address().getHost(), PeerAddress.port(address()), true);
    secure = socket;
    socket.setEnabledProtocols(new String[] {PeerTls.VERSION});
    try {
      socket.startHandshake();
    } catch (IOException e) {
      if (!known) {
        throw words(e);
      }
      refusal = words(e); // its certificate is right, so it is ours that was refused
      return Trust.id(card.transport()).toString();
    }
    return socket.getSession().getProtocol() + " " + socket.getSession().getCipherSuite();
  }

  /**
   * Fails unless it takes our certificate, which in this version of TLS shows at the end of the
   * handshake or when it is spoken to. Returns the certificate's SHA-256.
   */
  public String admitted() throws IOException {
    SSLSocket socket = secure;
    if (socket == null) {
      throw new IllegalStateException("hands are shaken first");
    }
    if (refusal != null) {
      throw refusal;
    }
    String status = status(socket);
    if (status.equals(FORBIDDEN)) {
      throw new IOException("对方的对等枢纽中没有本枢纽 this hub is not among its peers: " + own.id());
    }
    if (!status.startsWith("HTTP/1.1 ")) {
      throw new IOException(Trouble.BROKEN);
    }
    return own.id().toString();
  }

  @Override
  public void close() throws IOException {
    if (secure != null) {
      secure.close();
    }
    if (plain != null) {
      plain.close();
    }
  }

  /** The answer to a question that no hub answers but with a refusal. */
  private String status(SSLSocket socket) throws IOException {
    String head =
        "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
            .formatted(PeerAddress.ASK, address().getHost());
    try {
      socket.getOutputStream().write(head.getBytes(US_ASCII));
      socket.getOutputStream().flush();
      byte[] status = socket.getInputStream().readNBytes(FORBIDDEN.length());
      return new String(status, US_ASCII);
    } catch (IOException e) {
      throw words(e);
    }
  }

  private boolean isTheCards(X509Certificate certificate) {
    known = PeerTls.only(card.transport()).test(certificate);
    return known;
  }

  private static IOException words(IOException trouble) {
    return switch (trouble) {
      case SSLException it -> new IOException(Trouble.tls(it), it);
      case SocketException it -> new IOException(Trouble.BROKEN, it);
      default -> trouble;
    };
  }

  private Socket opened() {
    if (plain == null) {
      throw new IllegalStateException("it is connected first");
    }
    return plain;
  }

  private URI address() {
    return card.address();
  }
}
