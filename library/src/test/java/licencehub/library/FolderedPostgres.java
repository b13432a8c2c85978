package licencehub.library;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.ServiceLoader;
import licencehub.model.ledger.Prover;
import licencehub.model.ledger.Sealer;

/** The engine on the shared server, with a schema of its own for each folder. */
public final class FolderedPostgres implements LibraryKind {
  private final LibraryKind kind = kind();

  @Override
  public String name() {
    return kind.name();
  }

  @Override
  public Library open(LibrarySettings settings, Sealer sealer, Prover prover, InstantSource clock) {
    return kind.open(with(settings), sealer, prover, clock);
  }

  @Override
  public Archive archive(LibrarySettings settings) {
    return kind.archive(with(settings));
  }

  @Override
  public void copy(LibrarySettings settings, Path folder, ProgressListener progress) {
    kind.copy(with(settings), folder, progress);
  }

  /** Everything of the folder's library that lies on the server's disk. */
  public static List<Path> files(Path folder) {
    return PostgresServer.shared().files(PostgresServer.schema(folder));
  }

  /** The engine itself. */
  public static LibraryKind kind() {
    return ServiceLoader.load(LibraryKind.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(it -> it.name().equals("postgres"))
        .findFirst()
        .orElseThrow();
  }

  static LibrarySettings with(LibrarySettings settings) {
    return new LibrarySettings(
        settings.folder(),
        settings.keys(),
        settings.retries(),
        PostgresServer.settings(PostgresServer.sharedAddress(), settings.folder()));
  }
}
