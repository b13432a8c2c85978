package licencehub.hub.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import licencehub.federation.Neighbourhood;
import licencehub.hub.access.BearerTokens;
import licencehub.hub.access.ClientCertificates;
import licencehub.hub.access.KeyedHash;
import licencehub.hub.keys.KeyKeeper;
import licencehub.hub.share.ShareClients;
import licencehub.hub.witness.Cosignatures;
import licencehub.ledger.VerifierKey;
import licencehub.library.Library;
import licencehub.library.SearchIndex;
import licencehub.routes.Replays;
import licencehub.routes.Sources;
import licencehub.routes.trace.Traces;
import licencehub.sharing.directory.Directory;
import licencehub.sharing.followup.FollowUpPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Everything the edge asks.
 *
 * @param hub the hub's id
 * @param directory licence types, items and grants as they are now
 * @param uses how licences are used
 * @param shareClients clients of the sharing services, and what stands for what they do not say
 * @param followUps how long feedback and scans on trust may stay open
 * @param index the search index; null where there is none
 * @param keys what the library is encrypted with, and its rotation
 * @param files verifies licence files
 * @param holders what agents' tokens are bound to holders by
 * @param certificates departments that may come by client certificate
 * @param health looked at anew for each question
 * @param metrics what {@code /metrics} tells; the edge adds its own meters
 * @param ledgerKeys by which anybody verifies checkpoints and receipts
 * @param cosignatures what witnesses cosigned of the ledger
 * @param traces makes the spans of calls
 * @param neighbours the hubs around; null where there is no federation
 */
public record EdgeServices(
    String hub,
    Library library,
    Supplier<Directory> directory,
    UseServices uses,
    ShareClients shareClients,
    FollowUpPolicy followUps,
    Sources sources,
    Replays replays,
    @Nullable SearchIndex index,
    KeyKeeper keys,
    FileServices files,
    BearerTokens tokens,
    KeyedHash holders,
    ClientCertificates certificates,
    Supplier<List<HealthItem>> health,
    PrometheusMeterRegistry metrics,
    List<VerifierKey> ledgerKeys,
    Cosignatures cosignatures,
    Traces traces,
    @Nullable Neighbourhood neighbours,
    InstantSource clock) {}
