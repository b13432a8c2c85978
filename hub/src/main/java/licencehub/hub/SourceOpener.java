package licencehub.hub;

import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import licencehub.connectors.BatchSource;
import licencehub.connectors.Connector;
import licencehub.connectors.Dialect;
import licencehub.connectors.DialectKind;
import licencehub.connectors.Positions;
import licencehub.connectors.SourceConfig;
import licencehub.hub.config.DepartmentFile;
import licencehub.hub.config.SourceFile;
import licencehub.library.Library;
import licencehub.library.PositionStore;
import licencehub.model.code.SourceId;
import licencehub.routes.Pace;
import licencehub.routes.Source;
import licencehub.routes.SourceRules;
import licencehub.routes.lease.LeasedSource;

/** Turns what a department file declares into a source that can be read. */
public final class SourceOpener {
  private static final Set<String> PUSHED = Set.of("http-push");
  private static final int PUSH_READERS = 3;

  private final Verifiers verifiers;

  /**
   * @param verifiers the verifier of each policy of {@code hub.yaml}
   */
  public SourceOpener(Verifiers verifiers) {
    this.verifiers = verifiers;
  }

  /** What decides about the source's records; opens nothing. */
  public SourceRules rules(DepartmentFile department, SourceFile source) {
    return new SourceRules(
        config(department, source),
        switch (source.trust()) {
          case SIGNED -> SourceRules.Trust.SIGNED;
          case CHANNEL -> SourceRules.Trust.CHANNEL;
        },
        source.mandate(),
        source.signers().stream()
            .flatMap(it -> verifiers.fingerprints(it).stream())
            .collect(Collectors.toSet()),
        verifiers.under(source.policy(), source.signers()),
        verifiers.files(source.policy(), source.signers()));
  }

  /** Opens the source for reading; it connects at its first poll. */
  Source open(DepartmentFile department, SourceFile source, Library library) {
    SourceRules rules = rules(department, source);
    Connector connector = connector(source.connector());
    return new Source(
        rules,
        source.connector(),
        source.dialect(),
        reader(connector, rules.config(), library),
        connector.deadLetters(rules.config()).orElse(null),
        pace(source));
  }

  /** The connector of a kind; the configuration check has made sure it is there. */
  public static Connector connector(String kind) {
    return find(ServiceLoader.load(Connector.class), it -> it.spec().kind(), kind);
  }

  /** The dialect of a name; the configuration check has made sure it is there. */
  static DialectKind dialect(String name) {
    return find(ServiceLoader.load(DialectKind.class), DialectKind::name, name);
  }

  private static SourceConfig config(DepartmentFile department, SourceFile source) {
    Dialect dialect =
        dialect(source.dialect())
            .open(source.id(), department.department(), department.region(), source.mapping());
    return new SourceConfig(
        source.id(),
        department.department(),
        department.region(),
        source.settings(),
        dialect,
        department.home());
  }

  private static Pace pace(SourceFile source) {
    return new Pace(
        source.limits().batch(),
        PUSHED.contains(source.connector()) ? PUSH_READERS : 1,
        source.limits().ratePerSecond(),
        source.poll().every(),
        source.poll().backOffMost());
  }

  /** What each hub reads for itself, or one of them at a time. */
  private static BatchSource reader(Connector connector, SourceConfig config, Library library) {
    PositionStore store = library.positions();
    return connector.isShared()
        ? connector.open(config, positions(store, store::keep))
        : leased(config.id(), library, it -> connector.open(config, it));
  }

  /** What one hub reads at a time. */
  static BatchSource leased(SourceId id, Library library, Function<Positions, BatchSource> opener) {
    PositionStore store = library.positions();
    return new LeasedSource(
        id.text(),
        library.leases().join(name(id)),
        hold ->
            opener.apply(positions(store, (name, position) -> store.keep(hold, name, position))));
  }

  private static String name(SourceId source) {
    return "source/" + source;
  }

  private static Positions positions(PositionStore store, BiConsumer<String, String> keeping) {
    return new Positions() {
      @Override
      public Optional<String> find(SourceId source) {
        return store.find(name(source));
      }

      @Override
      public void keep(SourceId source, String position) {
        keeping.accept(name(source), position);
      }
    };
  }

  private static <T> T find(ServiceLoader<T> services, Function<T, String> name, String wanted) {
    return StreamSupport.stream(services.spliterator(), false)
        .filter(it -> name.apply(it).equals(wanted))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no " + wanted + " on the class path"));
  }
}
