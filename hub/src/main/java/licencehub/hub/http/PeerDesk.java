package licencehub.hub.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import licencehub.federation.HubOperation;
import licencehub.federation.Peer;
import licencehub.federation.PeerWork;
import licencehub.federation.message.PeerRequest;
import licencehub.hub.access.AccessTable;
import licencehub.hub.access.Caller;
import licencehub.hub.access.Operation;
import licencehub.hub.access.Role;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers peers by the very endpoints that answer callers at home: what an approver may ask here, a
 * peer may ask on behalf of one there, as far as its file under {@code config/peers} says.
 */
final class PeerDesk implements PeerWork {
  /** A message is whole when it is here. */
  private static final Duration READING = Duration.ofSeconds(10);

  private final Map<String, Endpoint> endpoints = new HashMap<>();
  private final RateLimits limits;
  private final MeterRegistry metrics;
  private final InstantSource clock;

  /**
   * @param all every operation's
   * @param own those of hubs alone
   */
  PeerDesk(
      Map<Operation, Endpoint> all,
      Map<HubOperation, Endpoint> own,
      RateLimits limits,
      MeterRegistry metrics,
      InstantSource clock) {
    Arrays.stream(Operation.values())
        .filter(it -> AccessTable.roles(it).contains(Role.APPROVER))
        .forEach(it -> endpoints.put(it.id(), endpoint(all, it)));
    own.forEach((operation, endpoint) -> endpoints.put(operation.wire(), endpoint));
    this.limits = limits;
    this.metrics = metrics;
    this.clock = clock;
  }

  private static Endpoint endpoint(Map<Operation, Endpoint> all, Operation operation) {
    return Objects.requireNonNull(all.get(operation), operation.id());
  }

  @Override
  public ObjectNode of(Peer peer, PeerRequest request) {
    Timer.Sample sample = Timer.start(metrics);
    Answer answer = answer(peer, request);
    ObjectNode content = PeerForm.written(answer, request.number());
    sample.stop(
        metrics.timer(
            "licencehub.peer.requests",
            "peer",
            peer.hub(),
            "operation",
            endpoints.containsKey(request.operation()) ? request.operation() : "unknown",
            "status",
            Integer.toString(content.path("status").asInt())));
    return content;
  }

  private Answer answer(Peer peer, PeerRequest request) {
    Endpoint endpoint = endpoints.get(request.operation());
    if (endpoint == null || !peer.may().contains(request.operation())) {
      return new Answer.Refusal(ProblemType.CALLER_NOT_ALLOWED, may(peer));
    }
    try {
      Caller caller = PeerForm.caller(request);
      Optional<Duration> wait = limits.request(new Caller(peer.hub(), Role.PEER, null), peer.hub());
      return wait.isPresent()
          ? Gate.later(
              ProblemType.TOO_MANY_REQUESTS, ProblemType.TOO_MANY_REQUESTS.remedy(), wait.get())
          : Answering.of(
              endpoint,
              new Call(
                  new PeerIncoming(peer.hub(), request.content()),
                  caller,
                  clock.instant(),
                  READING),
              request.operation(),
              request.number());
    } catch (MalformedValue e) {
      return new Answer.Refusal(ProblemType.REQUEST_MALFORMED, e.text());
    }
  }

  private static Text may(Peer peer) {
    String all = String.join(", ", peer.may().stream().sorted().toList());
    return Text.of(
        "本枢纽准许 " + peer.hub() + " 请求：" + all + "。",
        "What " + peer.hub() + " may ask here: " + all + ".");
  }
}
