package licencehub.hub.http;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import licencehub.connectors.DialectKind;
import licencehub.connectors.PushSource;
import licencehub.connectors.SourceConfig;
import licencehub.hub.access.Caller;
import licencehub.hub.access.ClientCertificates;
import licencehub.hub.access.Role;
import licencehub.hub.access.Tokens;
import licencehub.ledger.CheckpointSigner;
import licencehub.ledger.LedgerProver;
import licencehub.ledger.LedgerSealer;
import licencehub.ledger.VerifierKey;
import licencehub.library.IndexKey;
import licencehub.library.Library;
import licencehub.library.LibraryKind;
import licencehub.model.Text;
import licencehub.model.code.RegionCode;
import licencehub.model.event.EventType;
import licencehub.model.event.Mandate;
import licencehub.routes.AskAgainLater;
import licencehub.routes.Clerk;
import licencehub.routes.CollectSource;
import licencehub.routes.DueEntries;
import licencehub.routes.FileSubmissions;
import licencehub.routes.Journey;
import licencehub.routes.Pace;
import licencehub.routes.Replays;
import licencehub.routes.Source;
import licencehub.routes.SourceBoard;
import licencehub.routes.SourceComponent;
import licencehub.routes.SourceRules;
import licencehub.routes.Workers;
import licencehub.schemas.Catalogue;
import licencehub.verification.CertificateAuthority;
import licencehub.verification.Policy;
import licencehub.verification.Revocations;
import licencehub.verification.SignatureVerifier;
import licencehub.verification.SignatureVerifiers;
import licencehub.verification.SignerKey;
import licencehub.verification.Trust;
import org.apache.camel.main.Main;
import tools.jackson.databind.JsonNode;

/** A whole hub behind the edge: library, ledger, journeys, two departments; all real. */
final class RunningEdge implements AutoCloseable {
  static final Duration LIFETIME = Duration.ofHours(1);

  final CertificateAuthority authority = Department.root();
  final Department alpha =
      Department.of("alpha-front", "11440300MB2C00001", "示范市市场监督管理局", authority);
  final Department beta = Department.of("beta-front", "11440300MB2C00002", "示范市民政局", authority);
  final VerifierKey ledgerKey;
  final Library library;
  final Tokens tokens;
  final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  final AtomicReference<List<HealthItem>> health = new AtomicReference<>(List.of());
  final EdgeServices services;
  final HttpEdge edge;

  private final SourceBoard board = new SourceBoard();
  private final Workers workers = new Workers(1);
  private final Main camel = new Main();
  private final InstantSource clock = InstantSource.system();

  private RunningEdge(Path folder, Function<CertificateAuthority, HttpSettings> settings) {
    CheckpointSigner signer =
        CheckpointSigner.open("test.example/hub", folder.resolve("ledger.pem"), new SecureRandom());
    this.ledgerKey = signer.verifierKey();
    this.library = library(folder, signer, clock);
    this.tokens = Tokens.open(folder.resolve("tokens.key"), LIFETIME);
    health.set(
        List.of(new HealthItem("library", true, HealthItem.Status.UP, Text.of("可读写", "writable"))));
    SignatureVerifier verifier = verifier();
    DueEntries due = new DueEntries(library.quarantine(), board, clock);
    start(verifier);
    Replays replays =
        new Replays(
            library.quarantine(), due, camel.getCamelContext().createProducerTemplate(), clock);
    this.services =
        new EdgeServices(
            library, board, replays, tokens, certificates(folder), health::get, metrics, clock);
    this.edge = HttpEdge.start(services, settings.apply(authority));
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
    return new RunningEdge(folder, settings);
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
    List.of(alpha, beta).forEach(it -> board.find(it.source()).orElseThrow().reader().close());
    camel.stop();
    workers.close();
    library.close();
  }

  private static Library library(Path folder, CheckpointSigner signer, InstantSource clock) {
    byte[] secret = new byte[32];
    LibraryKind kind =
        ServiceLoader.load(LibraryKind.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(it -> it.name().equals("sqlite"))
            .findFirst()
            .orElseThrow();
    return kind.open(
        folder.resolve("library"),
        new IndexKey(secret),
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
    Policy usual = Policy.usual("test");
    Policy policy =
        new Policy(
            "test",
            usual.algorithms(),
            false,
            usual.staleAfter(),
            usual.whenStale(),
            usual.clockSkew());
    Trust trust =
        new Trust(
            List.of(authority.key().certificate()),
            List.of(),
            List.of(alpha.key().certificate(), beta.key().certificate()));
    return SignatureVerifiers.of(policy, trust, Revocations.none());
  }

  private void start(SignatureVerifier verifier) {
    Clerk clerk = new Clerk(new Journey(new Catalogue()), library.journal(), workers);
    camel.configure().withBasePackageScanEnabled(false);
    camel.configure().withJmxEnabled(false);
    camel.bind(SourceComponent.SCHEME, new SourceComponent(board, library.journal(), clock));
    camel.configure().addRoutesBuilder(new AskAgainLater());
    camel.configure().addRoutesBuilder(new FileSubmissions(clerk));
    for (Department department : List.of(alpha, beta)) {
      board.put(source(department, verifier));
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

  private static Source source(Department department, SignatureVerifier verifier) {
    RegionCode region = new RegionCode("440300");
    DialectKind nativeForm =
        ServiceLoader.load(DialectKind.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(it -> it.name().equals("native"))
            .findFirst()
            .orElseThrow();
    SourceConfig config =
        new SourceConfig(
            department.source(),
            department.organisation(),
            region,
            Json.MAPPER.createObjectNode(),
            nativeForm.open(
                department.source(),
                department.organisation(),
                region,
                Json.MAPPER.createObjectNode()),
            Path.of("."));
    Mandate mandate =
        new Mandate(
            EnumSet.allOf(EventType.class),
            Set.of(department.organisation().code()),
            Set.of(Documents.TYPE),
            Set.of(region));
    SourceRules rules =
        new SourceRules(
            config, SourceRules.Trust.SIGNED, mandate, Set.of(department.key().id()), verifier);
    Pace pace = new Pace(500, 2, 0, Duration.ofMillis(200), Duration.ofSeconds(1));
    return new Source(
        rules, "http-push", "native", new PushSource(department.source().text(), 5_000), pace);
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
