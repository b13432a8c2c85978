package licencehub.hub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A collector of traces that speaks OTLP over HTTP, and keeps every span. */
final class TraceReceiver implements AutoCloseable {
  private final List<Span> spans = new CopyOnWriteArrayList<>();
  private HttpServer server = open(0);

  URI address() {
    return URI.create("http://127.0.0.1:" + port());
  }

  int port() {
    return server.getAddress().getPort();
  }

  List<Span> spans() {
    return List.copyOf(spans);
  }

  /** Those of one trace. */
  List<Span> spans(String trace) {
    return spans.stream().filter(it -> hex(it.getTraceId().toByteArray()).equals(trace)).toList();
  }

  static String hex(byte[] number) {
    return HexFormat.of().formatHex(number);
  }

  /** Ends it without a word. */
  void stop() {
    server.stop(0);
  }

  /** Starts it again on the same port. */
  void start() {
    server = open(port());
  }

  @Override
  public void close() {
    stop();
  }

  private HttpServer open(int port) {
    try {
      HttpServer next =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      next.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      next.createContext("/v1/traces", this::take);
      next.start();
      return next;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    ExportTraceServiceRequest request =
        ExportTraceServiceRequest.parseFrom(exchange.getRequestBody());
    request
        .getResourceSpansList()
        .forEach(it -> it.getScopeSpansList().forEach(scope -> spans.addAll(scope.getSpansList())));
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }
}
