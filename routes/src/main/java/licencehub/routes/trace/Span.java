package licencehub.routes.trace;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * One stretch of work, for the thread that does it, from when it is made until it is closed. Log
 * lines written meanwhile carry the trace's number.
 */
public final class Span implements AutoCloseable {
  private static final String TRACE = "trace";

  private final io.opentelemetry.api.trace.Span span;
  private final Scope scope;
  private final @Nullable String before = MDC.get(TRACE);

  @SuppressWarnings("MustBeClosedChecker") // by close
  Span(io.opentelemetry.api.trace.Span span) {
    this.span = span;
    this.scope = span.makeCurrent();
    if (span.getSpanContext().isValid()) {
      MDC.put(TRACE, span.getSpanContext().getTraceId());
    }
  }

  /** Notes a fact; never one about a person. */
  public Span with(String name, String value) {
    span.setAttribute(name, value);
    return this;
  }

  public Span with(String name, long value) {
    span.setAttribute(name, value);
    return this;
  }

  /** Notes that it failed, and by what kind of failure: what it says could quote somebody. */
  public void failed(Throwable why) {
    span.setAttribute("error.type", why.getClass().getName());
    span.setStatus(StatusCode.ERROR);
  }

  /** What the thread goes on with is what it was at before. */
  @Override
  public void close() {
    if (before != null) {
      MDC.put(TRACE, before);
    } else if (span.getSpanContext().isValid()) {
      MDC.remove(TRACE);
    }
    scope.close();
    span.end();
  }
}
