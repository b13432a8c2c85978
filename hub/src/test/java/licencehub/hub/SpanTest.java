package licencehub.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import licencehub.routes.trace.Span;
import licencehub.routes.trace.Traces;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** What log lines carry while spans come and go. */
class SpanTest {
  private static final String OUTER = "0af7651916cd43dd8448eb211c80319c";
  private static final String INNER = "4bf92f3577b34da6a3ce929d0e0e4736";
  private final Traces traces = new Traces(OpenTelemetry.noop());

  @Test
  void lines_after_a_step_carry_the_trace_that_goes_on() {
    try (Span outer = call(OUTER)) {
      assertThat(outer).isNotNull();
      assertThat(MDC.get("trace")).isEqualTo(OUTER);
      try (Span inner = call(INNER)) {
        assertThat(inner).isNotNull();
        assertThat(MDC.get("trace")).isEqualTo(INNER);
      }
      assertThat(MDC.get("trace")).isEqualTo(OUTER);
    }
    assertThat(MDC.get("trace")).isNull();
  }

  @Test
  void without_traces_lines_carry_none() {
    try (Span span = traces.call("call", null)) {
      assertThat(span).isNotNull();
      assertThat(MDC.get("trace")).isNull();
    }
  }

  /** One that makes no spans of its own goes on with the caller's. */
  private Span call(String trace) {
    return traces.call("call", "00-" + trace + "-b7ad6b7169203331-01");
  }
}
