package licencehub.hub.federation;

import java.nio.ByteBuffer;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import licencehub.federation.Peer;
import licencehub.federation.PeerAddress;
import licencehub.federation.PeerDoor;
import licencehub.federation.line.HttpsPeerLine;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one request after the other to the door; whatever is no request of a peer is refused. */
final class PeerHandler extends Handler.Abstract {
  private static final Logger LOG = LoggerFactory.getLogger(PeerHandler.class);
  private static final byte[] NOTHING = {};
  private static final int SOON = 1;

  private final KnownPeers peers;
  private final PeerDoor door;
  private final PeerLimits limits;
  private final Map<String, Semaphore> places = new ConcurrentHashMap<>();

  PeerHandler(KnownPeers peers, PeerDoor door, PeerLimits limits) {
    this.peers = peers;
    this.door = door;
    this.limits = limits;
  }

  private record Reply(int status, byte[] body) {
    static Reply refusal(int status) {
      return new Reply(status, NOTHING);
    }
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Reply reply = reply(request);
    response.setStatus(reply.status());
    if (reply.status() == HttpStatus.OK_200) {
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, HttpsPeerLine.MEDIA_TYPE);
    } else if (reply.status() == HttpStatus.TOO_MANY_REQUESTS_429) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, SOON);
    } else {
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
    }
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, reply.body().length);
    response.write(true, ByteBuffer.wrap(reply.body()), callback);
    return true;
  }

  private Reply reply(Request request) {
    Optional<Peer> peer = certificate(request).flatMap(peers::find);
    if (peer.isEmpty()) {
      // Its handshake was taken: it has been removed since.
      return Reply.refusal(HttpStatus.FORBIDDEN_403);
    }
    if (!request.getMethod().equals("POST")
        || !Request.getPathInContext(request).equals(PeerAddress.ASK)) {
      return Reply.refusal(HttpStatus.NOT_FOUND_404);
    }
    if (!HttpsPeerLine.MEDIA_TYPE.equals(request.getHeaders().get(HttpHeader.CONTENT_TYPE))) {
      return Reply.refusal(HttpStatus.UNSUPPORTED_MEDIA_TYPE_415);
    }
    if (request.getLength() > limits.body()) {
      return Reply.refusal(HttpStatus.PAYLOAD_TOO_LARGE_413);
    }
    Semaphore own = places.computeIfAbsent(peer.get().hub(), it -> new Semaphore(limits.atOnce()));
    if (!own.tryAcquire()) {
      return Reply.refusal(HttpStatus.TOO_MANY_REQUESTS_429);
    }
    try {
      return take(peer.get(), request);
    } finally {
      own.release();
    }
  }

  private Reply take(Peer peer, Request request) {
    CompletableFuture<byte[]> body = WholeBody.of(request, limits.body());
    try {
      byte[] asked = body.get(limits.reading().toNanos(), TimeUnit.NANOSECONDS);
      return new Reply(HttpStatus.OK_200, door.answer(peer, asked));
    } catch (TimeoutException e) {
      request.fail(e);
      return Reply.refusal(HttpStatus.REQUEST_TIMEOUT_408);
    } catch (ExecutionException e) {
      return Reply.refusal(
          e.getCause() instanceof WholeBody.TooLarge
              ? HttpStatus.PAYLOAD_TOO_LARGE_413
              : HttpStatus.BAD_REQUEST_400);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Reply.refusal(HttpStatus.SERVICE_UNAVAILABLE_503);
    } catch (RuntimeException e) {
      LOG.error("a request of the peer {} could not be answered", peer.hub(), e);
      return Reply.refusal(HttpStatus.INTERNAL_SERVER_ERROR_500);
    }
  }

  private static Optional<X509Certificate> certificate(Request request) {
    return request.getAttribute(EndPoint.SslSessionData.ATTRIBUTE)
                instanceof EndPoint.SslSessionData session
            && session.peerCertificates() != null
            && session.peerCertificates().length > 0
        ? Optional.of(session.peerCertificates()[0])
        : Optional.empty();
  }
}
