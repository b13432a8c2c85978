package licencehub.hub.config;

import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import licencehub.connectors.Connector;
import licencehub.connectors.DialectKind;
import licencehub.library.LibraryKind;
import licencehub.library.SearchKind;

/** The connectors and dialects this programme knows, by the words department files use for them. */
public record Kinds(
    Map<String, Connector> connectors,
    Map<String, DialectKind> dialects,
    Set<String> engines,
    Set<String> searchEngines) {
  /** Finds every one on the class path. */
  public static Kinds installed() {
    return new Kinds(
        ServiceLoader.load(Connector.class).stream()
            .map(ServiceLoader.Provider::get)
            .collect(Collectors.toMap(it -> it.spec().kind(), it -> it, Kinds::same, TreeMap::new)),
        ServiceLoader.load(DialectKind.class).stream()
            .map(ServiceLoader.Provider::get)
            .collect(Collectors.toMap(DialectKind::name, it -> it, Kinds::same, TreeMap::new)),
        ServiceLoader.load(LibraryKind.class).stream()
            .map(it -> it.get().name())
            .collect(Collectors.toCollection(TreeSet::new)),
        ServiceLoader.load(SearchKind.class).stream()
            .map(it -> it.get().name())
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  public Optional<Connector> connector(String kind) {
    return Optional.ofNullable(connectors.get(kind));
  }

  public Optional<DialectKind> dialect(String name) {
    return Optional.ofNullable(dialects.get(name));
  }

  private static <T> T same(T one, T other) {
    throw new IllegalStateException(
        "two parts share one word: " + one.getClass() + " and " + other.getClass());
  }
}
