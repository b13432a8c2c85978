package licencehub.hub.http;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import licencehub.federation.Neighbourhood;
import licencehub.hub.access.Caller;
import licencehub.hub.access.ClientCertificates;
import licencehub.hub.access.KeyedHash;
import licencehub.hub.access.Role;
import licencehub.hub.access.Tokens;
import licencehub.hub.copies.HubSeal;
import licencehub.hub.copies.UseCopyMaker;
import licencehub.hub.files.OwnCopies;
import licencehub.hub.files.Scratch;
import licencehub.hub.keys.FollowedKeys;
import licencehub.hub.keys.KeyFolder;
import licencehub.hub.keys.KeyKeeper;
import licencehub.hub.previews.PreviewLimits;
import licencehub.hub.previews.Previews;
import licencehub.hub.share.ShareClients;
import licencehub.hub.witness.Cosignatures;
import licencehub.ledger.CheckpointSigner;
import licencehub.ledger.LedgerProver;
import licencehub.ledger.LedgerSealer;
import licencehub.ledger.VerifierKey;
import licencehub.library.Library;
import licencehub.library.LibraryKind;
import licencehub.library.LibrarySettings;
import licencehub.library.Retries;
import licencehub.model.Text;
import licencehub.model.ledger.Checkpoint;
import licencehub.routes.AskAgainLater;
import licencehub.routes.AttachedFiles;
import licencehub.routes.Clerk;
import licencehub.routes.CollectSource;
import licencehub.routes.DueEntries;
import licencehub.routes.FileSubmissions;
import licencehub.routes.FollowUpMatters;
import licencehub.routes.Journey;
import licencehub.routes.RecallUses;
import licencehub.routes.Replays;
import licencehub.routes.SourceComponent;
import licencehub.routes.Workers;
import licencehub.routes.followup.Expiries;
import licencehub.routes.followup.FeedbackClosing;
import licencehub.routes.followup.ScanEvents;
import licencehub.routes.followup.ScanReminders;
import licencehub.routes.trace.Traces;
import licencehub.routes.use.OwnEvents;
import licencehub.routes.use.Recalls;
import licencehub.schemas.Catalogue;
import licencehub.sharing.followup.FollowUpPolicy;
import licencehub.sharing.use.UseRules;
import licencehub.verification.CertificateAuthority;
import licencehub.verification.FileLimits;
import licencehub.verification.FileVerifier;
import licencehub.verification.FileVerifiers;
import licencehub.verification.Policy;
import licencehub.verification.Revocations;
import licencehub.verification.SignatureVerifier;
import licencehub.verification.SignatureVerifiers;
import licencehub.verification.SignerKey;
import licencehub.verification.Trust;
import org.apache.camel.main.Main;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A whole hub behind the edge: library, ledger, journeys, four departments; all real. */
final class RunningEdge implements AutoCloseable {
  static final Duration LIFETIME = Duration.ofHours(1);

  /** Bytes of one licence file at the most. */
  static final int FILE_BYTES = 300_000;

  /** Of one licence by one organisation on a day. */
  static final int WRONG_COMPARISONS = 4;

  private static final Catalogue CATALOGUE = new Catalogue();
  private static final OwnEvents OWN = new OwnEvents(CATALOGUE);

  final CertificateAuthority authority = Department.root();
  final Department alpha =
      Department.of("alpha-front", "11440300MB2C00001", "示范市市场监督管理局", authority);
  final Department beta = Department.of("beta-front", "11440300MB2C00002", "示范市民政局", authority);

  /** Nobody takes what is pushed to this one. */
  final Department slow = Department.of("slow-front", "11440300MB2C00003", "示范市档案局", authority);

  /** This one is not pushed to. */
  final Department collected =
      Department.of("folder-front", "11440300MB2C00004", "示范市统计局", authority);

  final VerifierKey ledgerKey;
  final Library library;
  final Tokens tokens;
  final KeyedHash holders;
  final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  final AtomicReference<List<HealthItem>> health = new AtomicReference<>(List.of());
  final EdgeServices services;
  final HttpEdge edge;

  final EdgeSources sources;
  private final KeyKeeper keys;
  final FileServices files;
  private final Workers workers = new Workers(1);
  private final Main camel = new Main();

  /** How far the hub's clock is ahead of the machine's. */
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  private final InstantSource clock = () -> Instant.now().plus(ahead.get());

  private RunningEdge(
      Path folder,
      Function<CertificateAuthority, HttpSettings> settings,
      String id,
      @Nullable Neighbourhood neighbours) {
    CheckpointSigner signer =
        CheckpointSigner.open(id, folder.resolve("ledger.pem"), new SecureRandom())
            .withSm2(folder.resolve("ledger-sm2.pem"), new SecureRandom());
    this.ledgerKey = signer.verifierKey();
    FollowedKeys ring =
        new FollowedKeys(new KeyFolder(folder, clock).makeMissing(true), Duration.ofSeconds(1));
    this.library = library(folder, ring, signer, clock);
    this.keys = KeyKeeper.start(ring, library.rotation());
    this.tokens = Tokens.open(folder.resolve("tokens.key"), LIFETIME);
    this.holders = KeyedHash.ofHolders(folder.resolve("tokens.key"));
    health.set(
        List.of(new HealthItem("library", true, HealthItem.Status.UP, Text.of("可读写", "writable"))));
    this.files = files(folder);
    this.sources = new EdgeSources(verifier(), fileVerifier(), folder);
    sources.pushed(alpha, 5_000);
    sources.pushed(beta, 5_000);
    sources.pushed(slow, 2);
    sources.collected(collected);
    DueEntries due = new DueEntries(library.quarantine(), sources.board(), clock);
    startCamel();
    Replays replays =
        new Replays(
            library.quarantine(), due, camel.getCamelContext().createProducerTemplate(), clock);
    this.services =
        new EdgeServices(
            id,
            library,
            Guides::directory,
            new UseServices(
                new UseRules(LIFETIME),
                OWN,
                new SecureRandom(),
                Text.of("测试枢纽", "Test Hub"),
                WRONG_COMPARISONS,
                KeyedHash.open(folder.resolve("requests.key"))),
            new ShareClients(
                List.of(
                    new ShareClients.Client(
                        "old-client", Guides.ITEM.text(), "SHARE-OLD", "old-client"))),
            FollowUpPolicy.USUAL,
            sources.board(),
            replays,
            null,
            keys,
            files,
            tokens,
            holders,
            certificates(folder),
            health::get,
            metrics,
            signer.verifierKeys(),
            witnessed(),
            Traces.OFF,
            neighbours,
            clock);
    this.edge = HttpEdge.start(services, settings.apply(authority));
  }

  /** What this hub's witnesses cosigned, once it has some. */
  final AtomicReference<Cosignatures> cosignatures = new AtomicReference<>(Cosignatures.NONE);

  private Cosignatures witnessed() {
    return new Cosignatures() {
      @Override
      public Optional<Checkpoint> newest(int least) {
        return cosignatures.get().newest(least);
      }

      @Override
      public List<Standing> standings() {
        return cosignatures.get().standings();
      }
    };
  }

  static RunningEdge start(Path folder) {
    return start(folder, HttpSettings.loopback(0));
  }

  static RunningEdge start(Path folder, HttpSettings settings) {
    return start(folder, authority -> settings);
  }

  /**
   * @param settings given the authority of the departments' certificates
   */
  static RunningEdge start(Path folder, Function<CertificateAuthority, HttpSettings> settings) {
    return new RunningEdge(folder, settings, "test.example/hub", null);
  }

  /** One among several. */
  static RunningEdge start(Path folder, String id, @Nullable Neighbourhood neighbours) {
    return new RunningEdge(folder, it -> HttpSettings.loopback(0), id, neighbours);
  }

  /** Begins to collect from a department that is not pushed to. */
  void collect(Department department) {
    try {
      camel.getCamelContext().addRoutes(new CollectSource(department.source()));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Puts the hub's clock ahead, for good. */
  void later(Duration time) {
    ahead.updateAndGet(it -> it.plus(time));
  }

  Instant now() {
    return clock.instant();
  }

  /** A client of this edge; nobody until it is given a token. */
  EdgeClient client() {
    return new EdgeClient("http://127.0.0.1:" + edge.port(), null);
  }

  EdgeClient as(Caller caller) {
    return client().with(tokens.issue(caller, clock.instant()));
  }

  EdgeClient as(Role role) {
    return as(new Caller("test", role, null));
  }

  @Override
  public void close() {
    edge.close();
    sources.close(List.of(alpha, beta, slow, collected));
    camel.stop();
    workers.close();
    keys.close();
    library.close();
  }

  private static Library library(
      Path folder, FollowedKeys keys, CheckpointSigner signer, InstantSource clock) {
    LibraryKind kind = EdgeSources.find(LibraryKind.class, it -> it.name().equals("sqlite"));
    return kind.open(
        new LibrarySettings(folder.resolve("library"), keys, Retries.USUAL),
        new LedgerSealer(signer),
        new LedgerProver(),
        clock);
  }

  /** Alpha comes by certificate too. */
  private ClientCertificates certificates(Path folder) {
    try {
      Path signer = Files.write(folder.resolve("alpha.pem"), SignerKey.pem(alpha.key().chain()));
      return ClientCertificates.of(Map.of(alpha.organisation(), List.of(signer)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SignatureVerifier verifier() {
    return SignatureVerifiers.of(policy(), trust(), Revocations.none());
  }

  private FileServices files(Path folder) {
    Scratch scratch = Scratch.open(folder.resolve("scratch"), FILE_BYTES, 4);
    SecureRandom random = new SecureRandom();
    HubSeal seal =
        HubSeal.open(folder.resolve("seal"), Text.of("示范枢纽", "Test"), random, clock.instant());
    Trust own = new Trust(List.of(seal.anchor()), List.of(), List.of());
    FileVerifier copies =
        FileVerifiers.of(policy(), own, Revocations.none(), FileLimits.upTo(FILE_BYTES));
    return new FileServices(
        new OwnCopies(fileVerifier(), copies),
        scratch,
        new UseCopyMaker(seal, scratch, random),
        seal.anchor(),
        Previews.open(folder.resolve("previews"), PreviewLimits.USUAL));
  }

  private FileVerifier fileVerifier() {
    return FileVerifiers.of(policy(), trust(), Revocations.none(), FileLimits.upTo(FILE_BYTES));
  }

  private static Policy policy() {
    Policy usual = Policy.usual("test");
    return new Policy(
        "test",
        usual.algorithms(),
        false,
        usual.staleAfter(),
        usual.whenStale(),
        usual.clockSkew());
  }

  private Trust trust() {
    return new Trust(
        List.of(authority.key().certificate()),
        List.of(),
        List.of(alpha.key().certificate(), beta.key().certificate(), slow.key().certificate()));
  }

  private void startCamel() {
    Clerk clerk = new Clerk(journey(), library.journal(), workers);
    camel.configure().withBasePackageScanEnabled(false);
    camel.configure().withJmxEnabled(false);
    camel.bind(
        SourceComponent.SCHEME, new SourceComponent(sources.board(), library.journal(), clock));
    camel.configure().addRoutesBuilder(new AskAgainLater());
    camel.configure().addRoutesBuilder(new FileSubmissions(clerk));
    camel.addInitialProperty("recalls.look-every", "100");
    camel
        .configure()
        .addRoutesBuilder(
            new RecallUses(Recalls.of(library, OWN, library.leases().join("recalls"))));
    camel.addInitialProperty("follow-ups.look-every", "100");
    camel
        .configure()
        .addRoutesBuilder(
            new FollowUpMatters(
                new FeedbackClosing(library, OWN, library.leases().join("feedback")),
                new ScanReminders(
                    library,
                    FollowUpPolicy.USUAL,
                    new ScanEvents(OWN),
                    clock,
                    library.leases().join("reminders")),
                new Expiries(library, OWN, clock, library.leases().join("expiries"))));
    for (Department department : List.of(alpha, beta)) {
      camel.configure().addRoutesBuilder(new CollectSource(department.source()));
    }
    try {
      camel.start();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Journey journey() {
    return new Journey(
        CATALOGUE, new AttachedFiles(library.files(), Guides::directory, files.scratch()::fresh));
  }

  /** Signs and submits as the department, and returns the outcomes. */
  JsonNode submit(Department department, byte[]... documents) {
    List<byte[]> lines = new ArrayList<>();
    for (byte[] document : documents) {
      lines.add(department.signed(document));
    }
    return as(department.caller()).ndjson("/api/v1/submissions", lines).json(200);
  }
}
