package licencehub.library;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.ServiceLoader;
import java.util.UUID;
import licencehub.model.ledger.Prover;
import licencehub.model.ledger.Sealer;
import org.jspecify.annotations.Nullable;

/** The embedded engine with a search index of its own on a server, opened and closed together. */
final class IndexedKind implements LibraryKind {
  private final URI server;
  private final String prefix = "test-" + UUID.randomUUID();
  private @Nullable SearchIndex index;

  IndexedKind(URI server) {
    this.server = server;
  }

  String prefix() {
    return prefix;
  }

  SearchIndex index() {
    return java.util.Objects.requireNonNull(index, "opened");
  }

  @Override
  public String name() {
    return "indexed";
  }

  @Override
  public Library open(LibrarySettings settings, Sealer sealer, Prover prover, InstantSource clock) {
    Library plain =
        ServiceLoader.load(LibraryKind.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(it -> it.name().equals("sqlite"))
            .findFirst()
            .orElseThrow()
            .open(settings, sealer, prover, clock);
    SearchSettings search =
        new SearchSettings(List.of(server), prefix, null, null, 1, Duration.ofSeconds(20));
    SearchIndex opened =
        ServiceLoader.load(SearchKind.class)
            .findFirst()
            .orElseThrow()
            .open(search, plain, settings.keys());
    index = opened;
    return plain.withSearch(
        opened.search(),
        () -> {
          opened.close();
          plain.close();
        });
  }

  @Override
  public Archive archive(LibrarySettings settings) {
    throw new UnsupportedOperationException("an index is no archive");
  }

  @Override
  public void copy(LibrarySettings settings, Path folder, ProgressListener progress) {
    throw new UnsupportedOperationException("an index is made anew, not copied");
  }
}
