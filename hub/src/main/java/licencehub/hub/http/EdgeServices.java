package licencehub.hub.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import licencehub.hub.access.BearerTokens;
import licencehub.hub.access.ClientCertificates;
import licencehub.ledger.VerifierKey;
import licencehub.library.Library;
import licencehub.routes.Replays;
import licencehub.routes.Sources;

/**
 * Everything the edge asks.
 *
 * @param certificates departments that may come by client certificate
 * @param health looked at anew for each question
 * @param metrics what {@code /metrics} tells; the edge adds its own meters
 * @param ledgerKeys by which anybody verifies checkpoints and receipts
 */
public record EdgeServices(
    Library library,
    Sources sources,
    Replays replays,
    BearerTokens tokens,
    ClientCertificates certificates,
    Supplier<List<HealthItem>> health,
    PrometheusMeterRegistry metrics,
    List<VerifierKey> ledgerKeys,
    InstantSource clock) {}
