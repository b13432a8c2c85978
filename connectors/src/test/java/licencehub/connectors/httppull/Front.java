package licencehub.connectors.httppull;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import licencehub.model.lines.FaultyLine;
import org.jspecify.annotations.Nullable;

/** A department's HTTP service: pages of three, cursors, entity tags, a bearer token. */
public final class Front implements AutoCloseable {
  public static final String TOKEN = "token-5417";
  private static final int SIZE = 3;

  private final FaultyLine line = new FaultyLine();
  private final List<String> items = new ArrayList<>();
  private HttpServer server;
  private final Queue<Integer> failures = new ArrayDeque<>();
  private final Queue<String> asked = new ConcurrentLinkedQueue<>();

  public Front() throws IOException {
    this(HttpServer.create(anyPort(), 0));
  }

  /**
   * The same over TLS.
   *
   * @param keys the service's key and certificate
   */
  static Front encrypted(SSLContext keys) throws IOException {
    HttpsServer server = HttpsServer.create(anyPort(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(keys));
    return new Front(server);
  }

  private Front(HttpServer server) {
    this.server = server;
    open(server);
  }

  private void open(HttpServer next) {
    next.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    next.createContext("/api/cases", this::answer);
    next.start();
    line.leadTo(next.getAddress().getPort());
  }

  /** Ends it without a word to anybody who is connected. */
  public void stop() {
    line.fail(FaultyLine.Fault.RESET);
    server.stop(0);
    line.fail(FaultyLine.Fault.NONE);
  }

  /** Starts it again, unencrypted, at the same address. */
  public void start() throws IOException {
    server = HttpServer.create(anyPort(), 0);
    open(server);
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  public FaultyLine line() {
    return line;
  }

  public synchronized void add(String item) {
    items.add(item);
  }

  synchronized void replaceAll(List<String> others) {
    items.clear();
    items.addAll(others);
  }

  synchronized List<String> items() {
    return List.copyOf(items);
  }

  /** The next answer has this status. */
  synchronized void fail(int status) {
    failures.add(status);
  }

  /** Queries so far, each with the status it got. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void close() {
    line.close();
    server.stop(0);
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    int from = from(exchange.getRequestURI().getQuery());
    String page = page(from);
    String tag = "\"" + page.hashCode() + "\"";
    Integer failure = failures.poll();
    if (failure != null) {
      send(exchange, failure, "");
    } else if (!("Bearer " + TOKEN).equals(token)) {
      send(exchange, 401, "");
    } else if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      send(exchange, 304, "");
    } else {
      exchange.getResponseHeaders().set("ETag", tag);
      send(exchange, 200, page);
    }
  }

  private void send(HttpExchange exchange, int status, String body) throws IOException {
    asked.add(exchange.getRequestURI().getQuery() + " " + status);
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private String page(int from) {
    int to = Math.min(from + SIZE, items.size());
    String next = to - from == SIZE ? "\"" + to + "\"" : "null";
    return "{\"code\": 0, \"data\": {\"list\": [%s], \"next\": %s}}"
        .formatted(String.join(", ", items.subList(Math.min(from, to), to)), next);
  }

  private static int from(@Nullable String query) {
    int at = query == null ? -1 : query.indexOf("after=");
    return at < 0 ? 0 : Integer.parseInt(String.valueOf(query).substring(at + "after=".length()));
  }
}
