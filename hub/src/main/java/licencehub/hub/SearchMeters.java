package licencehub.hub;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import licencehub.library.Indexing;

/** How far the search index has come. */
record SearchMeters(Indexing indexing) implements MeterBinder {
  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("licencehub.search.behind", indexing, it -> it.state().behind())
        .description("Events that the search index lacks")
        .register(registry);
    Gauge.builder(
            "licencehub.search.rebuilding", indexing, it -> it.state().rebuild() == null ? 0 : 1)
        .description("1 while the search index is made anew")
        .register(registry);
  }
}
