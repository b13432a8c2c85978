package licencehub.federation.line;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLParameters;
import licencehub.federation.HubCard;
import licencehub.federation.Peer;
import licencehub.federation.PeerAddress;
import licencehub.federation.PeerLine;
import licencehub.verification.SignerKey;
import org.jspecify.annotations.Nullable;

/**
 * Asks over HTTPS, on connections that are kept. Nothing is ever sent twice: a peer takes the same
 * request once only, so whoever asks again makes a new one.
 */
public final class HttpsPeerLine implements PeerLine {
  /** Requests and answers. */
  public static final String MEDIA_TYPE = "application/vnd.dsse.envelope.v1+json";

  private static final int OK = 200;
  private static final int MOST_BYTES = 64 << 20;
  private static final int REFUSAL_BYTES = 64 << 10;

  private final SignerKey own;
  private final int mostBytes;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Connections> peers = new HashMap<>();

  /** What each thread waits for. */
  private final Map<Thread, CompletableFuture<?>> underWay = new ConcurrentHashMap<>();

  private volatile boolean closed;

  /**
   * @param own shows who asks
   */
  public HttpsPeerLine(SignerKey own) {
    this(own, MOST_BYTES);
  }

  /**
   * @param mostBytes of one answer
   */
  public HttpsPeerLine(SignerKey own, int mostBytes) {
    this.own = own;
    this.mostBytes = mostBytes;
  }

  /** Those to one peer: they lead to the holder of this certificate, or to nobody. */
  private record Connections(X509Certificate certificate, HttpClient client) {
    boolean leadTo(HubCard card) {
      return PeerTls.only(certificate).test(card.transport());
    }
  }

  @Override
  public Reply ask(Peer peer, byte[] message, Duration patience) {
    HttpClient client = client(peer.card());
    if (client == null) {
      return new Reply.Silent(Trouble.CLOSED);
    }
    HttpRequest request =
        HttpRequest.newBuilder(PeerAddress.ask(peer.card().address()))
            .header("Content-Type", MEDIA_TYPE)
            .POST(BodyPublishers.ofByteArray(message))
            .build();
    CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, this::body);
    underWay.put(Thread.currentThread(), answer);
    try {
      return wait(answer, patience);
    } finally {
      underWay.remove(Thread.currentThread());
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    underWay.values().forEach(it -> it.cancel(true));
    peers.values().forEach(it -> it.client().shutdownNow());
    threads.shutdownNow();
  }

  private Reply wait(CompletableFuture<HttpResponse<byte[]>> answer, Duration patience) {
    try {
      HttpResponse<byte[]> said = answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
      return said.statusCode() == OK
          ? new Reply.Said(said.body())
          : new Reply.Silent(Trouble.refused(said.statusCode()));
    } catch (TimeoutException e) {
      answer.cancel(true);
      return new Reply.Silent(Trouble.late(patience));
    } catch (CancellationException e) {
      return new Reply.Silent(Trouble.CLOSED);
    } catch (ExecutionException e) {
      return new Reply.Silent(closed ? Trouble.CLOSED : Trouble.words(e));
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return new Reply.Silent(Trouble.CLOSED);
    }
  }

  private BodySubscriber<byte[]> body(HttpResponse.ResponseInfo head) {
    return new BoundedBody(head.statusCode() == OK ? mostBytes : REFUSAL_BYTES);
  }

  /** Null when the line is closed. */
  private synchronized @Nullable HttpClient client(HubCard card) {
    if (closed) {
      return null;
    }
    Connections known = peers.get(card.hub());
    if (known == null || !known.leadTo(card)) {
      if (known != null) {
        known.client().shutdown();
      }
      known = new Connections(card.transport(), connect(card.transport()));
      peers.put(card.hub(), known);
    }
    return known.client();
  }

  private HttpClient connect(X509Certificate peer) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .sslContext(PeerTls.context(own, PeerTls.only(peer)))
        .sslParameters(new SSLParameters(null, new String[] {PeerTls.VERSION}))
        .executor(threads)
        .build();
  }
}
