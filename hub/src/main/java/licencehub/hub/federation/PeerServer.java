package licencehub.hub.federation;

import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import licencehub.federation.Peer;
import licencehub.federation.PeerDoor;
import licencehub.federation.line.PeerTls;
import licencehub.model.Unavailable;
import licencehub.verification.SignerKey;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The port other hubs come to. Whoever is no peer does not get through the handshake; whoever no
 * longer is one is refused from its next request on.
 */
public final class PeerServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PeerServer.class);
  private static final int HEADERS = 8 << 10;
  private static final long LEAVE_MILLIS = 2_000;

  private final Server server;
  private final ServerConnector connector;

  private PeerServer(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /**
   * Listens as soon as this returns.
   *
   * @param port 0 for any free one
   * @param own shows peers who they talk to
   * @param peers as they are at the moment: the same list as long as nothing has changed
   * @throws Unavailable when the port is taken
   */
  public static PeerServer start(
      String host,
      int port,
      PeerLimits limits,
      SignerKey own,
      Supplier<List<Peer>> peers,
      PeerDoor door) {
    KnownPeers known = new KnownPeers(peers);
    Server server = new Server(threads());
    ServerConnector connector =
        new ServerConnector(server, tls(own, known), new HttpConnectionFactory(http()));
    connector.setHost(host);
    connector.setPort(port);
    connector.setIdleTimeout(limits.idle().toMillis());
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(limits.connections(), server));
    server.setHandler(new GracefulHandler(new PeerHandler(known, door, limits)));
    server.setErrorHandler(
        (request, response, callback) -> {
          callback.succeeded(); // the status says it all, to whoever it may be
          return true;
        });
    server.setStopTimeout(LEAVE_MILLIS);
    PeerServer started = new PeerServer(server, connector);
    try {
      server.start();
      return started;
    } catch (Exception e) {
      started.close();
      throw new Unavailable("对等枢纽端口 port for peers " + host + ":" + port, e.toString(), e);
    }
  }

  /** The port it listens on. */
  public int port() {
    return connector.getLocalPort();
  }

  /** Lets running requests finish for a moment. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (TimeoutException e) {
      LOG.info("requests of peers were broken off");
    } catch (Exception e) {
      throw new IllegalStateException("closing the port for peers", e);
    }
  }

  private static QueuedThreadPool threads() {
    QueuedThreadPool threads = new QueuedThreadPool();
    threads.setName("peers");
    threads.setDaemon(true);
    threads.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("peers-"));
    return threads;
  }

  private static SslConnectionFactory tls(SignerKey own, KnownPeers known) {
    SslContextFactory.Server keys = new SslContextFactory.Server();
    keys.setSslContext(PeerTls.context(own, it -> known.find(it).isPresent()));
    keys.setIncludeProtocols(PeerTls.VERSION);
    keys.setNeedClientAuth(true);
    return new SslConnectionFactory(keys, "http/1.1");
  }

  private static HttpConfiguration http() {
    HttpConfiguration http = new HttpConfiguration();
    http.addCustomizer(new SecureRequestCustomizer(false));
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(HEADERS);
    return http;
  }
}
