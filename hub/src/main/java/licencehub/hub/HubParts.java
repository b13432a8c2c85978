package licencehub.hub;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import licencehub.hub.access.ClientCertificates;
import licencehub.hub.access.KeyedHash;
import licencehub.hub.config.ConfigFolder;
import licencehub.hub.config.HubSettings;
import licencehub.hub.http.EdgeServices;
import licencehub.hub.http.FileServices;
import licencehub.hub.http.HealthItem;
import licencehub.hub.http.HttpEdge;
import licencehub.hub.trace.Tracing;
import licencehub.hub.witness.Cosignatures;
import licencehub.hub.witness.Cosigning;
import licencehub.hub.witness.WitnessAddress;
import licencehub.ledger.CheckpointSigner;
import licencehub.library.Library;
import licencehub.routes.Clerk;
import licencehub.routes.DueEntries;
import licencehub.routes.Journey;
import licencehub.routes.Replays;
import licencehub.routes.SourceBoard;
import licencehub.routes.Workers;
import licencehub.routes.feed.FeedPublisher;
import licencehub.routes.use.OwnEvents;
import licencehub.schemas.Catalogue;
import org.apache.camel.RoutesBuilder;
import org.jspecify.annotations.Nullable;

/** Puts a hub together from its configuration, and takes it apart again in the other direction. */
final class HubParts implements AutoCloseable {
  private final Closing closing = new Closing();
  private final ConfigFolder config;
  private final InstantSource clock;
  private final HubKeys keys;
  private final FollowedConfig followed;
  private final SourceBoard board = new SourceBoard();
  private final Tracing tracing;
  private @Nullable NeighbourParts neighbours;
  private @Nullable HttpEdge edge;

  private HubParts(ConfigFolder config, InstantSource clock) {
    this.config = config;
    this.clock = clock;
    this.keys = new HubKeys(config.hub().data().resolve("keys"));
    this.followed = new FollowedConfig(config);
    this.tracing = closing.later(Tracing.open(config.hub().tracing(), config.hub().id()));
  }

  static HubParts start(ConfigFolder config, InstantSource clock) {
    HubParts parts = new HubParts(config, clock);
    try {
      parts.assemble();
      return parts;
    } catch (RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  HttpEdge edge() {
    return Objects.requireNonNull(edge, "assembled");
  }

  @Override
  public void close() {
    closing.close();
  }

  private void assemble() {
    HubSettings hub = config.hub();
    LibraryOpener opener = new LibraryOpener(hub);
    CheckpointSigner signer = opener.signer();
    OpenLibrary opened = closing.later(opener.start(signer, clock));
    Library library = opened.library();
    Verifiers verifiers = closing.later(Verifiers.open(hub));
    SourceOpener sources = new SourceOpener(verifiers);
    BrokerParts broker = closing.later(BrokerParts.open(config, keys, sources));
    Catalogue catalogue = new Catalogue(hub.limits().documentBytes());
    OwnEvents own = new OwnEvents(catalogue);
    FileServices files = files(verifiers);
    Journey journey = HubJourneys.journey(catalogue, library, followed, files);
    DueEntries due = new DueEntries(library.quarantine(), board, clock);
    FeedPublisher feed =
        closing.ifThere(FeedParts.open(hub.feed(), library, board, clock, tracing.traces()));
    CamelParts camel = camel(library, journey, due, own);
    Replays replays = new Replays(library.quarantine(), due, camel.template(), clock);
    Cosignatures cosignatures = cosignatures(library, signer);
    PrometheusMeterRegistry metrics =
        HubJourneys.measured(opened, feed, closing.later(ProcessMetrics.open()).registry());
    neighbours = closing.ifThere(neighbours(library, verifiers, metrics));
    Upkeep upkeep = closing.later(Upkeep.start(hub, library, clock, metrics));
    HubHealth health = health(opened, upkeep, verifiers, cosignatures, broker, feed);
    EdgeServices services =
        services(opened, own, files, signer, cosignatures, replays, health, metrics);
    PeerOpener peers = NeighbourParts.opener(neighbours, config.folder());
    follow(new SourceKeeper(camel.context(), board, sources, peers, library, clock));
    FeedParts.start(feed, camel.context());
    edge = closing.later(HttpEdge.start(services, EdgeSettings.of(hub)));
    NeighbourParts.serve(neighbours, edge());
  }

  private FileServices files(Verifiers verifiers) {
    return FileParts.open(
        config.hub(),
        verifiers,
        keys,
        clock.instant(),
        it -> NeighbourParts.anchors(neighbours, it));
  }

  private @Nullable NeighbourParts neighbours(
      Library library, Verifiers verifiers, PrometheusMeterRegistry metrics) {
    return NeighbourParts.open(
        config.hub(), keys, followed, library, verifiers.anchors(), metrics, clock);
  }

  private HubHealth health(
      OpenLibrary opened,
      Upkeep upkeep,
      Verifiers verifiers,
      Cosignatures cosignatures,
      BrokerParts broker,
      @Nullable FeedPublisher feed) {
    List<Supplier<List<HealthItem>>> more =
        List.of(broker::health, tracing::health, () -> NeighbourParts.health(neighbours));
    return new HubHealth(
        config.hub(), opened, upkeep, board, verifiers, cosignatures, feed, followed, clock, more);
  }

  private void follow(SourceKeeper keeper) {
    keeper.follow(config.departments(), config.peers());
    closing.later(keeper::stopAll);
    closing.later(new DepartmentWatch(config.folder(), keeper, followed));
  }

  private Cosignatures cosignatures(Library library, CheckpointSigner signer) {
    List<WitnessAddress> witnesses = config.hub().witnesses();
    return witnesses.isEmpty()
        ? Cosignatures.NONE
        : closing.later(Cosigning.start(library, signer.verifierKey(), witnesses));
  }

  private CamelParts camel(Library library, Journey journey, DueEntries due, OwnEvents own) {
    Workers workers = closing.later(new Workers(config.hub().limits().verificationThreads()));
    Clerk clerk = new Clerk(journey, library.journal(), workers, tracing.traces());
    List<RoutesBuilder> journeys =
        HubJourneys.of(library, clerk, due, own, config.hub().followUps(), clock);
    return closing.later(
        CamelParts.start(board, library.journal(), journeys, clock, tracing.traces()));
  }

  private EdgeServices services(
      OpenLibrary opened,
      OwnEvents own,
      FileServices files,
      CheckpointSigner signer,
      Cosignatures cosignatures,
      Replays replays,
      HubHealth health,
      PrometheusMeterRegistry metrics) {
    return new EdgeServices(
        config.hub().id(),
        opened.library(),
        followed,
        new EdgeParts(config.hub(), keys).uses(own),
        config.hub().shareClients(),
        config.hub().followUps(),
        board,
        replays,
        opened.index(),
        opened.keys(),
        files,
        new EdgeParts(config.hub(), keys).tokens(),
        KeyedHash.ofHolders(keys.tokens()),
        ClientCertificates.of(config.signers()),
        health::items,
        metrics,
        signer.verifierKeys(),
        cosignatures,
        tracing.traces(),
        NeighbourParts.neighbourhood(neighbours),
        clock);
  }
}
