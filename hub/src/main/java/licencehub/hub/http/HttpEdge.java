package licencehub.hub.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import licencehub.federation.HubAnswers;
import licencehub.federation.PeerWork;
import licencehub.hub.access.Operation;
import licencehub.ledger.Proofs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running HTTP server of one hub. */
public final class HttpEdge implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpEdge.class);

  private final Javalin server;
  private final Endpoints endpoints;
  private final EdgeServices services;
  private final RateLimits limits;

  private HttpEdge(Javalin server, Endpoints endpoints, EdgeServices services, RateLimits limits) {
    this.server = server;
    this.endpoints = endpoints;
    this.services = services;
    this.limits = limits;
  }

  /** Listens as soon as this returns. */
  public static HttpEdge start(EdgeServices services, HttpSettings settings) {
    RateLimits limits = new RateLimits(settings.rates());
    Endpoints endpoints = new Endpoints(services, settings, limits);
    Gate gate =
        new Gate(
            new Identities(services.tokens(), services.certificates()),
            limits,
            settings.limits().reading(),
            services.metrics(),
            services.traces(),
            services.clock());
    Javalin server =
        Javalin.create(
            config -> {
              configure(config, settings);
              routes(config.routes, gate, endpoints.all(), settings.withheld());
            });
    return new HttpEdge(server.start(), endpoints, services, limits);
  }

  /**
   * What peers may ask, answered by the same endpoints.
   *
   * @param answers to what hubs alone ask
   */
  public PeerWork peerWork(HubAnswers answers) {
    return new PeerDesk(
        endpoints.all(), endpoints.ofHubs(answers), limits, services.metrics(), services.clock());
  }

  /** Proofs over the library's ledger, for whoever else proves: they keep hashes at hand. */
  public Proofs proofs() {
    return endpoints.proofs();
  }

  /** The port it listens on. */
  public int port() {
    return server.port();
  }

  /** Lets running requests finish, except streams, which end within a second. */
  @Override
  public void close() {
    endpoints.close();
    server.stop();
  }

  private static void configure(JavalinConfig config, HttpSettings settings) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.prefer405over404 = true;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    new Listener(settings).configure(config.jetty);
  }

  private static void routes(
      RoutesConfig routes, Gate gate, Map<Operation, Endpoint> endpoints, Set<Operation> withheld) {
    routes.before(it -> Delivery.prepare(it, UUID.randomUUID().toString()));
    endpoints.forEach(
        (operation, endpoint) -> {
          if (!withheld.contains(operation)) {
            routes.addHttpHandler(
                method(operation), route(operation), gate.guard(operation, endpoint));
          }
        });
    routes.exception(HttpResponseException.class, HttpEdge::unrouted);
    routes.exception(Exception.class, HttpEdge::failed);
  }

  private static HandlerType method(Operation operation) {
    return switch (operation.method()) {
      case "GET" -> HandlerType.GET;
      case "POST" -> HandlerType.POST;
      case "DELETE" -> HandlerType.DELETE;
      default -> throw new IllegalStateException(operation + " has an unknown method");
    };
  }

  /** Javalin's spelling of the path: its tail may hold slashes. */
  private static String route(Operation operation) {
    String path = operation.path();
    int tail = path.lastIndexOf('{');
    return operation.hasTail()
        ? path.substring(0, tail) + path.substring(tail).replace('{', '<').replace('}', '>')
        : path;
  }

  private static void unrouted(HttpResponseException e, Context context) {
    ProblemType type =
        switch (e.getStatus()) {
          case 404 -> ProblemType.ROUTE_UNKNOWN;
          case 405 -> ProblemType.METHOD_UNKNOWN;
          case 413 -> ProblemType.BODY_TOO_LARGE;
          default -> e.getStatus() < 500 ? ProblemType.REQUEST_MALFORMED : ProblemType.HUB_FAULT;
        };
    refuse(context, type);
  }

  private static void failed(Exception e, Context context) {
    LOG.error("request {} failed", context.res().getHeader(Delivery.REQUEST_ID), e);
    refuse(context, ProblemType.HUB_FAULT);
  }

  private static void refuse(Context context, ProblemType type) {
    Delivery.deliver(context, new Answer.Refusal(type));
  }
}
