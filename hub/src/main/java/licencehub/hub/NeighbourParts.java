package licencehub.hub;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import licencehub.federation.Correspondence;
import licencehub.federation.Neighbourhood;
import licencehub.federation.Respondent;
import licencehub.federation.anchors.AnchorList;
import licencehub.federation.message.MessageSigner;
import licencehub.federation.message.Replays;
import licencehub.hub.config.FederationSection;
import licencehub.hub.config.HubSettings;
import licencehub.hub.federation.CaseGiver;
import licencehub.hub.federation.FilterAnswers;
import licencehub.hub.federation.HolderFollower;
import licencehub.hub.federation.LibraryLedger;
import licencehub.hub.federation.OwnAnchors;
import licencehub.hub.federation.OwnAnswers;
import licencehub.hub.federation.PeerAnchors;
import licencehub.hub.federation.PeerFilters;
import licencehub.hub.federation.PeerLedgers;
import licencehub.hub.federation.Reconciliations;
import licencehub.hub.http.HealthItem;
import licencehub.hub.http.HttpEdge;
import licencehub.library.Library;
import licencehub.model.code.LicenceIdentifier;
import licencehub.verification.FileLimits;
import org.jspecify.annotations.Nullable;

/** What a hub and its neighbours know of each other and ask each other, above the line. */
final class NeighbourParts implements AutoCloseable {
  /** Requests of one peer that are remembered: as many in four minutes, 400 a second. */
  private static final int NUMBERS = 100_000;

  private final HubSettings hub;
  private final FederationParts federation;
  private final Library library;
  private final InstantSource clock;
  private final MessageSigner signer;
  private final PeerLedgers ledgers;
  private final HolderFollower holders;
  private final PeerFilters filters;
  private final PeerAnchors anchors;
  private final OwnAnchors ownAnchors;
  private final Neighbourhood neighbourhood;
  private final Reconciliations rounds = new Reconciliations();

  private NeighbourParts(
      HubSettings hub,
      FederationParts federation,
      Library library,
      List<X509Certificate> trusted,
      InstantSource clock) {
    this.hub = hub;
    this.federation = federation;
    this.library = library;
    this.clock = clock;
    this.signer = new MessageSigner(federation.identity().signer(), new SecureRandom());
    this.ledgers = new PeerLedgers(library.positions());
    Correspondence correspondence =
        new Correspondence(
            hub.id(),
            signer,
            federation.line(),
            ledgers,
            federation.settings().retryAfter(),
            clock);
    Path folder = hub.data().resolve("federation");
    this.holders = HolderFollower.start(library.outbox(), folder.resolve("filter"), clock);
    this.filters = filters(folder.resolve("peers"), correspondence);
    this.ownAnchors = new OwnAnchors(hub.id(), trusted, signer, clock);
    this.anchors = anchors(folder.resolve("anchors"), correspondence);
    this.neighbourhood =
        new Neighbourhood(
            hub.region(),
            federation::peers,
            filters,
            correspondence,
            federation.settings().patience());
  }

  private PeerAnchors anchors(Path folder, Correspondence correspondence) {
    return PeerAnchors.start(
        folder, federation::peers, correspondence, federation.settings().round(), clock);
  }

  private PeerFilters filters(Path folder, Correspondence correspondence) {
    FederationSection settings = federation.settings();
    return PeerFilters.start(
        folder, federation::peers, correspondence, settings.freshness(), settings.round(), clock);
  }

  /**
   * Null for a hub without peers; nobody can come before {@link #serve}.
   *
   * @param trusted anchors of seals in this hub's region
   */
  static @Nullable NeighbourParts open(
      HubSettings hub,
      HubKeys keys,
      FollowedConfig followed,
      Library library,
      List<X509Certificate> trusted,
      MeterRegistry metrics,
      InstantSource clock) {
    FederationParts federation = FederationParts.open(hub, keys, followed, clock);
    if (federation == null) {
      return null;
    }
    NeighbourParts parts = new NeighbourParts(hub, federation, library, trusted, clock);
    FilterParts.measure(parts.holders, metrics);
    return parts;
  }

  /** The hubs around; null for a hub without peers. */
  static @Nullable Neighbourhood neighbourhood(@Nullable NeighbourParts parts) {
    return parts == null ? null : parts.neighbourhood;
  }

  /** The anchors of the region a licence is of, where that is a peer's whose files are trusted. */
  static Optional<AnchorList> anchors(@Nullable NeighbourParts parts, LicenceIdentifier licence) {
    return parts == null
        ? Optional.empty()
        : parts.neighbourhood.homesOf(licence).stream()
            .filter(it -> parts.neighbourhood.mayVouch(it, licence))
            .findFirst()
            .flatMap(parts.anchors::find);
  }

  /** Opens what they give as sources; null for a hub without peers. */
  static @Nullable PeerOpener opener(@Nullable NeighbourParts parts, Path home) {
    return parts == null
        ? null
        : new PeerOpener(
            parts.neighbourhood,
            parts.rounds,
            home,
            FileLimits.upTo(parts.hub.limits().fileBytes()),
            parts.clock);
  }

  static List<HealthItem> health(@Nullable NeighbourParts parts) {
    return parts == null ? List.of() : parts.health();
  }

  /** From now on peers are answered, by the endpoints of this edge. */
  static void serve(@Nullable NeighbourParts parts, HttpEdge edge) {
    if (parts != null) {
      parts.serve(edge);
    }
  }

  private void serve(HttpEdge edge) {
    CaseGiver giver = new CaseGiver(hub.id(), hub.region(), library, edge.proofs(), signer);
    Respondent respondent =
        new Respondent(
            hub.id(),
            signer,
            new Replays(clock.instant(), NUMBERS),
            new LibraryLedger(library.ledger(), edge.proofs()),
            edge.peerWork(
                new OwnAnswers(new FilterAnswers(holders), giver, ownAnchors, federation::peers)),
            clock);
    federation.serve(respondent::answer);
  }

  private List<HealthItem> health() {
    List<HealthItem> items = new ArrayList<>();
    items.add(FilterParts.health(holders.state()));
    federation
        .peers()
        .forEach(it -> items.add(PeerHealth.item(it, neighbourhood.standing(it), rounds)));
    return items;
  }

  @Override
  public void close() {
    federation.close();
    neighbourhood.close();
    anchors.close();
    filters.close();
    holders.close();
    ledgers.close();
  }
}
