package licencehub.hub.trace;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;

/** Hands spans on to a collector, and remembers whether it took the last ones. */
final class Collector implements SpanExporter {
  private final SpanExporter exporter;
  private volatile boolean missed;

  Collector(SpanExporter exporter) {
    this.exporter = exporter;
  }

  /** Whether it did not take the last ones. */
  boolean isMissed() {
    return missed;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    CompletableResultCode result = exporter.export(spans);
    return result.whenComplete(() -> missed = !result.isSuccess());
  }

  @Override
  public CompletableResultCode flush() {
    return exporter.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return exporter.shutdown();
  }
}
