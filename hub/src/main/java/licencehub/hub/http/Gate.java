package licencehub.hub.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import licencehub.connectors.RawRecord;
import licencehub.hub.access.AccessTable;
import licencehub.hub.access.Caller;
import licencehub.hub.access.Operation;
import licencehub.hub.access.Role;
import licencehub.hub.http.Identity.Known;
import licencehub.hub.http.Identity.Unknown;
import licencehub.model.Text;
import licencehub.routes.trace.Span;
import licencehub.routes.trace.Traces;

/**
 * Stands before every endpoint: who calls, may they, is it their turn; then counts and times. There
 * is no way to an endpoint around it.
 */
final class Gate {
  private static final Set<Operation> UNTRACED =
      EnumSet.of(Operation.HEALTH, Operation.LIVE, Operation.READY, Operation.METRICS);
  private static final String RETRY_AFTER = "Retry-After";

  private final Identities identities;
  private final RateLimits limits;
  private final Duration reading;
  private final MeterRegistry metrics;
  private final Traces traces;
  private final InstantSource clock;

  /**
   * @param reading how long a request body may take to arrive
   */
  Gate(
      Identities identities,
      RateLimits limits,
      Duration reading,
      MeterRegistry metrics,
      Traces traces,
      InstantSource clock) {
    this.traces = traces;
    this.identities = identities;
    this.limits = limits;
    this.reading = reading;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** The endpoint as Javalin calls it, guarded. */
  Handler guard(Operation operation, Endpoint endpoint) {
    return UNTRACED.contains(operation)
        ? context -> handle(context, operation, endpoint)
        : context -> traced(context, operation, endpoint);
  }

  /** The route and not the path: a path may hold numbers of cases and licences. */
  private void traced(Context context, Operation operation, Endpoint endpoint) {
    try (Span span = traces.call(operation.id(), context.header(RawRecord.TRACE))) {
      span.with("http.request.method", operation.method()).with("http.route", operation.path());
      handle(context, operation, endpoint);
      span.with("http.response.status_code", context.statusCode());
    }
  }

  private void handle(Context context, Operation operation, Endpoint endpoint) {
    Timer.Sample sample = Timer.start(metrics);
    try {
      Delivery.deliver(context, answer(context, operation, endpoint));
    } finally {
      sample.stop(
          metrics.timer(
              "licencehub.http.requests",
              "operation",
              operation.id(),
              "route",
              operation.path(),
              "status",
              Integer.toString(context.statusCode())));
    }
  }

  private Answer answer(Context context, Operation operation, Endpoint endpoint) {
    Instant now = clock.instant();
    return switch (identities.of(context, now)) {
      case Unknown it -> unknown();
      case Known(Caller caller) -> {
        Optional<Answer> refusal = refusal(context, operation, caller);
        yield refusal.isPresent()
            ? refusal.get()
            : Answering.of(
                endpoint,
                new Call(new HttpIncoming(context), caller, now, reading),
                operation.id(),
                requestId(context));
      }
    };
  }

  private Optional<Answer> refusal(Context context, Operation operation, Caller caller) {
    if (!AccessTable.allows(operation, caller.role())) {
      return Optional.of(
          caller.role() == Role.PUBLIC
              ? unknown()
              : new Answer.Refusal(ProblemType.CALLER_NOT_ALLOWED, roles(operation)));
    }
    return limits
        .request(caller, context.ip())
        .map(
            it -> later(ProblemType.TOO_MANY_REQUESTS, ProblemType.TOO_MANY_REQUESTS.remedy(), it));
  }

  /** A refusal that tells when to come again: whole seconds, one at the least. */
  static Answer later(ProblemType type, Text detail, Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return new Answer.Refusal(type, detail, Map.of(RETRY_AFTER, Long.toString(seconds)));
  }

  private static Answer unknown() {
    return new Answer.Refusal(
        ProblemType.CALLER_UNKNOWN,
        ProblemType.CALLER_UNKNOWN.remedy(),
        Map.of("WWW-Authenticate", "Bearer realm=\"licencehub\""));
  }

  private static Text roles(Operation operation) {
    StringBuilder zh = new StringBuilder();
    StringBuilder en = new StringBuilder();
    for (Role role : Role.values()) {
      if (AccessTable.roles(operation).contains(role)) {
        zh.append(zh.isEmpty() ? "" : "、").append(role.text().zh());
        en.append(en.isEmpty() ? "" : ", ").append(role.wire());
      }
    }
    return Text.of("可用角色：" + zh + "。", "Roles that may: " + en + ".");
  }

  private static String requestId(Context context) {
    return String.valueOf(context.res().getHeader(Delivery.REQUEST_ID));
  }
}
