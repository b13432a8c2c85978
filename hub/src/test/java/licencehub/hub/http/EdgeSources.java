package licencehub.hub.http;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Predicate;
import licencehub.connectors.BatchSource;
import licencehub.connectors.Connector;
import licencehub.connectors.DialectKind;
import licencehub.connectors.Positions;
import licencehub.connectors.PushSource;
import licencehub.connectors.SourceConfig;
import licencehub.model.code.RegionCode;
import licencehub.model.code.SourceId;
import licencehub.model.event.DepartmentMandate;
import licencehub.model.event.EventType;
import licencehub.routes.Pace;
import licencehub.routes.Source;
import licencehub.routes.SourceBoard;
import licencehub.routes.SourceRules;
import licencehub.verification.FileVerifier;
import licencehub.verification.SignatureVerifier;
import tools.jackson.databind.node.ObjectNode;

/** The sources of the tests' departments, on one board. */
final class EdgeSources {
  private static final RegionCode REGION = new RegionCode("440300");
  private static final Pace PACE =
      new Pace(500, 2, 0, Duration.ofMillis(200), Duration.ofSeconds(1));
  private static final Positions NOWHERE =
      new Positions() {
        @Override
        public Optional<String> find(SourceId source) {
          return Optional.empty();
        }

        @Override
        public void keep(SourceId source, String position) {}
      };

  private final SourceBoard board = new SourceBoard();
  private final SignatureVerifier verifier;
  private final FileVerifier files;
  private final Path home;

  EdgeSources(SignatureVerifier verifier, FileVerifier files, Path home) {
    this.verifier = verifier;
    this.files = files;
    this.home = home;
  }

  SourceBoard board() {
    return board;
  }

  /** A source that is pushed to, holding so many records at the most. */
  void pushed(Department department, int capacity) {
    put(department, "http-push", new PushSource(department.source().text(), capacity));
  }

  /** A source the hub collects from. */
  void collected(Department department) {
    Connector folder = find(Connector.class, it -> it.spec().kind().equals("folder"));
    ObjectNode settings = Json.MAPPER.createObjectNode().put("folder", "inbox");
    put(department, "folder", folder.open(config(department, settings), NOWHERE));
  }

  void close(List<Department> departments) {
    departments.forEach(it -> board.find(it.source()).orElseThrow().reader().close());
  }

  static <T> T find(Class<T> service, Predicate<T> wanted) {
    return ServiceLoader.load(service).stream()
        .map(ServiceLoader.Provider::get)
        .filter(wanted)
        .findFirst()
        .orElseThrow();
  }

  private void put(Department department, String connector, BatchSource reader) {
    DepartmentMandate mandate =
        new DepartmentMandate(
            EnumSet.allOf(EventType.class),
            Set.of(department.organisation().code()),
            Set.of(Documents.TYPE, Documents.UNPUBLISHED),
            Set.of(REGION));
    SourceRules rules =
        new SourceRules(
            config(department, Json.MAPPER.createObjectNode()),
            SourceRules.Trust.SIGNED,
            mandate,
            Set.of(department.key().id(), department.seal().id()),
            verifier,
            files);
    board.put(new Source(rules, connector, "native", reader, PACE));
  }

  private SourceConfig config(Department department, ObjectNode settings) {
    DialectKind nativeForm = find(DialectKind.class, it -> it.name().equals("native"));
    ObjectNode mapping = Json.MAPPER.createObjectNode();
    return new SourceConfig(
        department.source(),
        department.organisation(),
        REGION,
        settings,
        nativeForm.open(department.source(), department.organisation(), REGION, mapping),
        home);
  }
}
