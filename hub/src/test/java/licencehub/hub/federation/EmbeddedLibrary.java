package licencehub.hub.federation;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ServiceLoader;
import licencehub.library.Library;
import licencehub.library.LibraryKind;
import licencehub.library.LibrarySettings;
import licencehub.library.ReferenceLedger;
import licencehub.library.Retries;
import licencehub.library.SampleKeys;

/** A library without a hub around it. */
public final class EmbeddedLibrary {
  public static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");

  private EmbeddedLibrary() {}

  public static Library open(Path folder) {
    ReferenceLedger ledger = new ReferenceLedger();
    return ServiceLoader.load(LibraryKind.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(it -> it.name().equals("sqlite"))
        .findFirst()
        .orElseThrow()
        .open(
            new LibrarySettings(folder, SampleKeys.FIRST, Retries.USUAL),
            ledger,
            ledger,
            () -> NOON);
  }
}
