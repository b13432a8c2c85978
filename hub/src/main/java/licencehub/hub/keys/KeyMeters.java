package licencehub.hub.keys;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** How far rotation of keys is, as of its last step. */
public record KeyMeters(KeyKeeper keeper) implements MeterBinder {
  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("licencehub.keys.rows.left", keeper, it -> it.latest().rows())
        .description("Rows that are not under the current data key, at most")
        .register(registry);
    Gauge.builder("licencehub.keys.events.unindexed", keeper, it -> it.latest().toIndex())
        .description("Events that the index of the current index key lacks, at most")
        .register(registry);
    Gauge.builder("licencehub.keys.stuck", keeper, it -> it.latest().stuck())
        .description("Rows that do not open under their own key")
        .register(registry);
  }
}
