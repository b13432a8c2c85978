package licencehub.hub.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import licencehub.ledger.Witness;
import licencehub.ledger.Witness.Reply;
import licencehub.model.Unavailable;

/** A witness over HTTP (C2SP tlog-witness): one operation, nothing but public data. */
public final class WitnessServer implements AutoCloseable {
  private static final int LARGEST = 128 << 10;
  private static final int THREADS = 4;
  private static final int OK = 200;
  private static final int CONFLICT = 409;
  private static final int NOT_ALLOWED = 405;
  private static final int TOO_LARGE = 413;
  private static final int LATER = 503;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  private WitnessServer(HttpServer server) {
    this.server = server;
  }

  /**
   * @param port 0 for any free one
   * @throws Unavailable when the address cannot be listened on
   */
  public static WitnessServer start(Witness witness, String host, int port, InstantSource clock) {
    try {
      HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 0);
      WitnessServer all = new WitnessServer(server);
      server.createContext("/add-checkpoint", it -> answer(witness, it, clock));
      server.setExecutor(all.threads);
      server.start();
      return all;
    } catch (IOException e) {
      throw new Unavailable(host + ":" + port, e.toString(), e);
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }

  private static void answer(Witness witness, HttpExchange call, InstantSource clock) {
    try (call) {
      if (!call.getRequestMethod().equals("POST")) {
        send(call, NOT_ALLOWED, "text/plain", "POST");
        return;
      }
      byte[] body = call.getRequestBody().readNBytes(LARGEST + 1);
      if (body.length > LARGEST) {
        send(call, TOO_LARGE, "text/plain", "at most " + LARGEST + " bytes");
        return;
      }
      reply(witness, body, call, clock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void reply(Witness witness, byte[] body, HttpExchange call, InstantSource clock)
      throws IOException {
    Reply reply;
    try {
      reply = witness.add(body, clock.instant());
    } catch (Unavailable e) {
      send(call, LATER, "text/plain", "nothing is signed that cannot be remembered\n");
      return;
    }
    switch (reply) {
      case Reply.Cosigned it -> send(call, OK, "text/plain; charset=utf-8", it.lines());
      case Reply.Elsewhere it -> send(call, CONFLICT, "text/x.tlog.size", it.size() + "\n");
      case Reply.Refused it ->
          send(call, it.why().status(), "text/plain; charset=utf-8", it.why().text() + "\n");
    }
  }

  private static void send(HttpExchange call, int status, String type, String text)
      throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    call.getResponseHeaders().set("Content-Type", type);
    call.sendResponseHeaders(status, bytes.length);
    call.getResponseBody().write(bytes);
  }
}
