package licencehub.hub.http;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import licencehub.hub.access.BearerTokens;
import licencehub.hub.access.Caller;
import licencehub.hub.access.Role;
import licencehub.hub.share.ShareClients;
import licencehub.hub.share.ShareRefusal;
import licencehub.hub.share.ShareRequest;
import licencehub.hub.share.ShareStatus;
import licencehub.library.Access.LookupReason;
import licencehub.model.MalformedValue;
import licencehub.model.code.CreditCode;
import licencehub.sharing.use.Denial;
import tools.jackson.core.JsonGenerator;

/**
 * The door of the sharing services: finds out who calls by the token in the head of the request,
 * and answers with HTTP 200 and a status in the head whatever came of it, as clients expect.
 */
final class ShareDoor {
  private final BearerTokens tokens;
  private final ShareClients clients;
  private final RateLimits limits;

  ShareDoor(BearerTokens tokens, ShareClients clients, RateLimits limits) {
    this.tokens = tokens;
    this.clients = clients;
    this.limits = limits;
  }

  /**
   * A request with who sends it and why.
   *
   * @param call as of the caller the head names
   */
  record Visit(Call call, CreditCode organisation, LookupReason reason, ShareRequest request) {}

  /** One service. */
  interface Service {
    Answer serve(Visit visit) throws IOException;
  }

  Answer enter(Call call, Service service) throws IOException {
    byte[] body = call.body().readNBytes(Requests.LONGEST + 1);
    return answered(
        () ->
            body.length > Requests.LONGEST
                ? new Answer.Refusal(ProblemType.BODY_TOO_LARGE)
                : admitted(call, ShareRequest.read(body), service));
  }

  /** Something that ends with an answer or a refusal. */
  interface Attempt {
    Answer run() throws IOException;
  }

  static Answer answered(Attempt attempt) throws IOException {
    try {
      return attempt.run();
    } catch (ShareRefusal e) {
      return reply(e.status(), String.valueOf(e.getMessage()), json -> {});
    } catch (MalformedValue e) {
      return reply(ShareStatus.PARAMETER_WRONG, e.text().zh(), json -> {});
    }
  }

  Answer admitted(Call call, ShareRequest request, Service service) throws IOException {
    Optional<Caller> known = caller(call, request);
    CreditCode organisation = known.map(Caller::department).orElse(null);
    if (known.isEmpty() || organisation == null) {
      throw new ShareRefusal(ShareStatus.NOT_IDENTIFIED);
    }
    Optional<Duration> wait = limits.request(known.get(), call.incoming().address());
    if (wait.isPresent()) {
      return Gate.later(
          ProblemType.TOO_MANY_REQUESTS, ProblemType.TOO_MANY_REQUESTS.remedy(), wait.get());
    }
    Call visited = call.by(known.get());
    LookupReason reason = request.reason(known.get().name(), clients);
    return service.serve(new Visit(visited, organisation, reason, request));
  }

  static Answer reply(ShareStatus status, Consumer<JsonGenerator> data) {
    return reply(status, status.message(), data);
  }

  /** The licence may not be looked at: the status existing clients know for the denial. */
  static Answer denied(Denial denial) {
    ShareStatus status = ShareStatus.find(denial.status()).orElse(ShareStatus.RESTRICTED);
    return reply(status, status.message() + "：" + denial.text().zh(), json -> {});
  }

  /**
   * @param data writes what stands under {@code data}; where it writes nothing that is null
   */
  private static Answer reply(ShareStatus status, String message, Consumer<JsonGenerator> data) {
    byte[] inner = Json.bytes(data);
    byte[] body =
        Json.bytes(
            json -> {
              json.writeStartObject();
              json.writeObjectPropertyStart("head");
              json.writeStringProperty("status", Integer.toString(status.code()));
              json.writeStringProperty("message", message);
              json.writeEndObject();
              json.writeName("data");
              if (inner.length == 0) {
                json.writeNull();
              } else {
                json.writeRawValue(new String(inner, java.nio.charset.StandardCharsets.UTF_8));
              }
              json.writeEndObject();
            });
    return new Answer.Document(200, Json.MEDIA_TYPE, body, Map.of());
  }

  /** By the header as everywhere, else by the head of the request; approvers alone. */
  private Optional<Caller> caller(Call call, ShareRequest request) {
    Optional<Caller> caller =
        call.caller().role() == Role.PUBLIC
            ? tokens
                .verify(request.accessToken(), call.at())
                .filter(it -> it.name().equals(request.accessId()))
            : Optional.of(call.caller());
    return caller.filter(it -> it.role() == Role.APPROVER);
  }
}
