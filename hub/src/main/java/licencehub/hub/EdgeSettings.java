package licencehub.hub;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import licencehub.hub.access.Operation;
import licencehub.hub.config.HubSettings;
import licencehub.hub.http.HttpSettings;
import licencehub.hub.http.HttpSettings.Limits;
import licencehub.hub.http.HttpSettings.Rates;
import org.jspecify.annotations.Nullable;

/** Turns {@code hub.yaml} into what the HTTP edge listens by. */
final class EdgeSettings {
  private EdgeSettings() {}

  static HttpSettings of(HubSettings hub) {
    Limits usual = Limits.USUAL;
    Limits limits =
        new Limits(
            hub.limits().requestBytes(),
            Math.min(usual.line(), hub.limits().requestBytes()),
            usual.count(),
            Math.max(usual.inFlight(), hub.limits().requestBytes()),
            usual.idle(),
            usual.reading(),
            usual.connections());
    return new HttpSettings(
        hub.http().host(),
        hub.http().port(),
        tls(hub.http().tls()),
        limits,
        Rates.USUAL,
        hub.metrics() ? Set.of() : Set.of(Operation.METRICS));
  }

  private static HttpSettings.@Nullable Tls tls(HubSettings.@Nullable Tls tls) {
    return tls == null
        ? null
        : new HttpSettings.Tls(
            tls.certificate(),
            tls.key(),
            Optional.ofNullable(tls.clientCa()).map(List::of).orElse(List.of()));
  }
}
