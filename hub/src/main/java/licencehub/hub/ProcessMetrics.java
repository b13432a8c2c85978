package licencehub.hub;

import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** The registry, with what the process itself has to tell: memory, collections, processor. */
record ProcessMetrics(PrometheusMeterRegistry registry, JvmGcMetrics collections)
    implements AutoCloseable {
  static ProcessMetrics open() {
    ProcessMetrics metrics =
        new ProcessMetrics(
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT), new JvmGcMetrics());
    metrics.collections.bindTo(metrics.registry);
    new JvmMemoryMetrics().bindTo(metrics.registry);
    new JvmThreadMetrics().bindTo(metrics.registry);
    new ProcessorMetrics().bindTo(metrics.registry);
    new UptimeMetrics().bindTo(metrics.registry);
    return metrics;
  }

  @Override
  public void close() {
    collections.close();
  }
}
