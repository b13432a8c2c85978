package licencehub.hub.http;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import licencehub.library.Journal;
import licencehub.model.code.SourceId;
import licencehub.routes.SourceState;
import licencehub.routes.Sources;

/** Tells what each source brought and is doing, as of each scrape. */
final class SourceMeters {
  private static final String SOURCE = "source";

  private final Sources sources;
  private final PrometheusMeterRegistry registry;
  private final Map<SourceId, SourceState> latest = new ConcurrentHashMap<>();
  private final Set<String> registered = ConcurrentHashMap.newKeySet();

  SourceMeters(Sources sources, Journal journal, PrometheusMeterRegistry registry) {
    this.sources = sources;
    this.registry = registry;
    Gauge.builder("licencehub.journal.waiting", journal, Journal::waiting)
        .description("Entries waiting to be written")
        .register(registry);
  }

  /** The Prometheus text. */
  Answer scrape(Call call) {
    for (SourceState state : sources.states()) {
      latest.put(state.source(), state);
      register(state);
    }
    return new Answer.Document(
        200,
        "text/plain; version=0.0.4; charset=utf-8",
        registry.scrape().getBytes(StandardCharsets.UTF_8),
        Map.of());
  }

  private void register(SourceState state) {
    SourceId source = state.source();
    for (SourceState.Phase phase : SourceState.Phase.values()) {
      if (registered.add(source + " " + phase)) {
        Gauge.builder("licencehub.source.phase", () -> in(source, phase))
            .description("1 for the phase a source is in")
            .tags(SOURCE, source.text(), "phase", wire(phase))
            .register(registry);
      }
    }
    for (String word : state.outcomes().keySet()) {
      if (registered.add(source + " " + word)) {
        FunctionCounter.builder("licencehub.outcomes", this, it -> it.count(source, word))
            .description("Submissions by outcome since the hub started")
            .tags(SOURCE, source.text(), "outcome", word)
            .register(registry);
      }
    }
  }

  private double in(SourceId source, SourceState.Phase phase) {
    SourceState state = latest.get(source);
    return state != null && state.phase() == phase ? 1 : 0;
  }

  private double count(SourceId source, String word) {
    SourceState state = latest.get(source);
    return state == null ? 0 : state.outcomes().getOrDefault(word, 0L);
  }

  private static String wire(SourceState.Phase phase) {
    return phase.name().toLowerCase(java.util.Locale.ROOT);
  }
}
