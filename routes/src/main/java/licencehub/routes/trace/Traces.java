package licencehub.routes.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import licencehub.connectors.RawRecord;
import licencehub.model.code.SourceId;
import licencehub.model.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * Makes the spans of one hub. A context from outside is a W3C {@code traceparent}: two numbers and
 * a flag, and no other text of a stranger's.
 */
public final class Traces {
  /** Makes none. */
  public static final Traces OFF = new Traces(OpenTelemetry.noop());

  private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();
  private static final String SOURCE = "licencehub.source";

  private final Tracer tracer;
  private final Underway underway = new Underway();

  public Traces(OpenTelemetry telemetry) {
    this.tracer = telemetry.getTracer("licencehub");
  }

  /**
   * A call that came over HTTP.
   *
   * @param parent what it says it belongs to; null where it says nothing
   */
  public Span call(String name, @Nullable String parent) {
    return start(tracer.spanBuilder(name).setSpanKind(SpanKind.SERVER).setParent(context(parent)));
  }

  /**
   * A batch of one source from poll to settlement. It belongs to the trace its records come with;
   * if they come with several, or share it with others, it is linked to each.
   */
  public Span batch(SourceId source, List<RawRecord> records) {
    List<Context> parents =
        records.stream()
            .map(RawRecord::trace)
            .filter(Objects::nonNull)
            .distinct()
            .map(Traces::context)
            .toList();
    SpanBuilder builder = tracer.spanBuilder("collect").setSpanKind(SpanKind.CONSUMER);
    if (parents.size() == 1) {
      builder.setParent(parents.getFirst());
    } else {
      builder.setNoParent();
      parents.forEach(it -> builder.addLink(of(it)));
    }
    return start(builder).with(SOURCE, source.text()).with("licencehub.records", records.size());
  }

  /** A step of what is under way on this thread. */
  public <T> T step(String name, Supplier<T> work) {
    try (Span span = start(tracer.spanBuilder(name))) {
      try {
        return work.get();
      } catch (RuntimeException e) {
        span.failed(e);
        throw e;
      }
    }
  }

  /** What is under way on this thread, for whoever goes on with it; null where nothing is. */
  public static @Nullable String here() {
    Map<String, String> carrier = new HashMap<>();
    W3C.inject(Context.current(), carrier, (it, name, value) -> carrier.put(name, value));
    return carrier.get(RawRecord.TRACE);
  }

  /** Notes what events are filed under, for when they are published; where nothing is, none. */
  public void filing(Stream<Event> events) {
    String parent = here();
    if (parent != null) {
      events.forEach(it -> underway.note(it.source(), it.id(), parent));
    }
  }

  /**
   * The publication of an event to a topic, as a part of the trace it was filed under.
   *
   * @return the {@code traceparent} of the message; null where nothing is known of it
   */
  public @Nullable String published(SourceId source, String id, String topic, long sequence) {
    String parent = underway.find(source, id);
    if (parent == null) {
      return null;
    }
    SpanBuilder builder =
        tracer.spanBuilder("publish").setSpanKind(SpanKind.PRODUCER).setParent(context(parent));
    try (Span span = start(builder)) {
      span.with(SOURCE, source.text())
          .with("messaging.destination.name", topic)
          .with("licencehub.sequence", sequence);
      return here();
    }
  }

  private static Span start(SpanBuilder builder) {
    return new Span(builder.startSpan());
  }

  private static SpanContext of(Context context) {
    return io.opentelemetry.api.trace.Span.fromContext(context).getSpanContext();
  }

  private static Context context(@Nullable String parent) {
    return parent == null
        ? Context.root()
        : W3C.extract(Context.root(), Map.of(RawRecord.TRACE, parent), new OneHeader());
  }
}
