package licencehub.hub.http;

import io.javalin.config.JettyConfig;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** The one Jetty connector, plain or TLS, with its limits. */
final class Listener {
  private static final int HEADERS = 16 << 10;

  private final HttpSettings settings;

  Listener(HttpSettings settings) {
    this.settings = settings;
  }

  void configure(JettyConfig jetty) {
    jetty.addConnector(this::connector);
    jetty.modifyServletContextHandler(it -> it.getServletHandler().setDecodeAmbiguousURIs(true));
    jetty.modifyServer(
        it -> it.addBean(new NetworkConnectionLimit(settings.limits().connections(), it)));
  }

  private Connector connector(Server server, HttpConfiguration http) {
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(HEADERS);
    // A sender's number may hold a slash, which clients send as %2F.
    http.setUriCompliance(UriCompliance.from("RFC3986,AMBIGUOUS_PATH_SEPARATOR"));
    HttpSettings.Tls tls = settings.tls();
    ServerConnector connector =
        tls == null
            ? new ServerConnector(server, new HttpConnectionFactory(http))
            : secure(server, http, tls);
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setIdleTimeout(settings.limits().idle().toMillis());
    return connector;
  }

  private static ServerConnector secure(
      Server server, HttpConfiguration http, HttpSettings.Tls tls) {
    http.addCustomizer(new SecureRequestCustomizer(false));
    SslContextFactory.Server keys = new SslContextFactory.Server();
    keys.setKeyStore(PemFiles.identity(tls.chain(), tls.privateKey()));
    keys.setKeyStorePassword("");
    keys.setIncludeProtocols("TLSv1.3", "TLSv1.2");
    if (!tls.clientTrust().isEmpty()) {
      keys.setTrustStore(PemFiles.trust(tls.clientTrust()));
      keys.setWantClientAuth(true);
    }
    return new ServerConnector(
        server, new SslConnectionFactory(keys, "http/1.1"), new HttpConnectionFactory(http));
  }
}
