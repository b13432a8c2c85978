package licencehub.hub;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ServiceLoader;
import java.util.stream.StreamSupport;
import licencehub.hub.audit.Audit;
import licencehub.hub.backup.Backups;
import licencehub.hub.config.DatabaseSection;
import licencehub.hub.config.HubSettings;
import licencehub.hub.config.SearchSection;
import licencehub.hub.keys.FollowedKeys;
import licencehub.hub.keys.KeyKeeper;
import licencehub.ledger.CheckpointSigner;
import licencehub.ledger.LedgerProver;
import licencehub.ledger.LedgerSealer;
import licencehub.library.Archive;
import licencehub.library.KeyRing;
import licencehub.library.Library;
import licencehub.library.LibraryKind;
import licencehub.library.LibraryMove;
import licencehub.library.LibrarySettings;
import licencehub.library.ProgressListener;
import licencehub.library.Retries;
import licencehub.library.Search;
import licencehub.library.SearchIndex;
import licencehub.library.SplitSearch;

/** Opens the library that {@code hub.yaml} names, with the hub's own keys. */
record LibraryOpener(HubSettings hub) {
  /** The ledger's signer; its keys are made when first needed. */
  CheckpointSigner signer() {
    SecureRandom random = new SecureRandom();
    HubKeys keys = keys();
    return CheckpointSigner.open(hub.id(), keys.ledger(), random).withSm2(keys.ledgerSm2(), random);
  }

  Library open(CheckpointSigner signer, InstantSource clock) {
    return open(settings(folder(), ring()), signer, clock);
  }

  private Library open(LibrarySettings settings, CheckpointSigner signer, InstantSource clock) {
    return SharedLedger.checked(open(kind(), settings, signer, clock), signer);
  }

  /** The library, with everything in it brought under the current keys meanwhile. */
  OpenLibrary start(CheckpointSigner signer, InstantSource clock) {
    FollowedKeys ring = ring();
    Library library = open(settings(folder(), ring), signer, clock);
    KeyKeeper keeper = KeyKeeper.start(ring, library.rotation());
    SearchSection section = hub.search();
    if (section == null) {
      return new OpenLibrary(library, keeper, null);
    }
    SearchIndex index = new SearchOpener(section).open(library, ring);
    Search split = new SplitSearch(library.search(), index.search());
    return new OpenLibrary(library.withSearch(split, library.keeper()), keeper, index);
  }

  /** The library as it stands now, beside a hub that may be running. */
  Archive archive() {
    return kind().archive(settings(folder(), ring()));
  }

  /** Backups of the library, made beside a hub that may be running; makes no keys. */
  Backups backups() {
    LibrarySettings settings =
        settings(folder(), keys().ring(hub.keys(), false, InstantSource.system()));
    return new Backups(kind(), settings, hub.id(), signer().verifierKeys());
  }

  /** Moves the data folder's embedded library into the database. */
  LibraryMove.Moved move(ProgressListener progress) {
    return ServiceLoader.load(LibraryMove.class)
        .findFirst()
        .orElseThrow()
        .run(settings(folder(), ring()), progress);
  }

  /** An embedded library in an empty folder, to replay into; rows are the same in every engine. */
  Bench bench(Path scratch, InstantSource clock) {
    LibrarySettings usual = settings(folder(), ring());
    LibrarySettings settings =
        new LibrarySettings(scratch.resolve("library"), usual.keys(), usual.retries());
    LibraryKind kind = kind("sqlite");
    CheckpointSigner nobody =
        CheckpointSigner.open(hub.id(), scratch.resolve("ledger.pem"), new SecureRandom());
    return new Bench(kind, settings, open(kind, settings, nobody, clock));
  }

  /** See {@link #bench}. */
  record Bench(LibraryKind kind, LibrarySettings settings, Library library)
      implements Audit.Bench, AutoCloseable {
    @Override
    public Archive archive() {
      return kind.archive(settings);
    }

    @Override
    public void close() {
      library.close();
    }
  }

  private static Library open(
      LibraryKind kind, LibrarySettings settings, CheckpointSigner signer, InstantSource clock) {
    return kind.open(settings, new LedgerSealer(signer), new LedgerProver(), clock);
  }

  private LibrarySettings settings(Path folder, KeyRing ring) {
    HubSettings.Quarantine pauses = hub.quarantine();
    DatabaseSection database = hub.library().database();
    return new LibrarySettings(
        folder,
        ring,
        new Retries(pauses.retryFirst(), pauses.retryMost()),
        database == null ? null : database.settings(System.getenv()),
        hub.node());
  }

  private Path folder() {
    return hub.data().resolve("library");
  }

  /** First keys are made when there is no library yet. */
  private FollowedKeys ring() {
    return keys().ring(hub.keys(), !Files.exists(folder()), InstantSource.system());
  }

  private HubKeys keys() {
    return new HubKeys(hub.data().resolve("keys"));
  }

  private LibraryKind kind() {
    return kind(hub.library().engine());
  }

  private static LibraryKind kind(String engine) {
    return StreamSupport.stream(ServiceLoader.load(LibraryKind.class).spliterator(), false)
        .filter(it -> it.name().equals(engine))
        .findFirst()
        .orElseThrow();
  }
}
